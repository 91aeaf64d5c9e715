using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>A call that holds rows out: <c>TrainTestSplit</c>, <c>CrossValidationSplit</c>, <c>CrossValidate</c>.</summary>
/// <param name="At">The call, and where it stands: in the type that is looked at, or in a helper of another.</param>
/// <param name="View">What is split; null where it is not known.</param>
sealed record Split(Value At, View? View)
{
    public IInvocationOperation Call => (IInvocationOperation)At.Operation;

    public static bool IsOne(IInvocationOperation call) => call.Has(Tag.SplitsRows) || call.Has(Tag.CrossValidates);

    public static IReadOnlyList<Split> AllIn(ValueReader values, ViewReader views, MachineLearningTypes types) =>
    [
        .. values.Calls(IsOne, types).Select(at => new Split(
            at, types.DataOf((IInvocationOperation)at.Operation) is { } data ? views.ViewOf(data, at.Frame) : null)),
    ];
}
