using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>A call that holds rows out: <c>TrainTestSplit</c>, <c>CrossValidationSplit</c>, <c>CrossValidate</c>.</summary>
/// <param name="View">What is split; null where it is not known.</param>
sealed record Split(IInvocationOperation Call, View? View)
{
    public static bool IsOne(IInvocationOperation call) => call.Has(Tag.SplitsRows) || call.Has(Tag.CrossValidates);

    public static IReadOnlyList<Split> AllIn(TypeFlow flow, ViewReader views, MachineLearningTypes types) =>
    [
        .. from body in flow.Bodies
           from operation in body.Operations
           let call = operation as IInvocationOperation
           where call is not null && IsOne(call)
           select new Split(call, types.DataOf(call) is { } data ? views.ViewOf(data, body) : null),
    ];
}
