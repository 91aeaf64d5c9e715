using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A call of <c>Evaluate</c> or of <c>CrossValidate</c>.</summary>
/// <param name="View">What is evaluated; null where it is not known.</param>
sealed record Measurement(IInvocationOperation Call, BodyFlow Body, View? View)
{
    public bool IsEvaluate => !Call.Has(Tag.CrossValidates);

    /// <summary>The transforms that the evaluated rows went through, the last first.</summary>
    public IReadOnlyList<TransformedView> Transforms
    {
        get
        {
            var transforms = new List<TransformedView>();
            for (var view = View; view is TransformedView transformed; view = transformed.Of)
                transforms.Add(transformed);
            return transforms;
        }
    }

    public static bool IsOne(IInvocationOperation call) => call.Has(Tag.Measures);

    public static IReadOnlyList<Measurement> AllIn(TypeFlow flow, ViewReader views, MachineLearningTypes types) =>
    [
        .. from body in flow.Bodies
           from operation in body.Operations
           let call = operation as IInvocationOperation
           where call is not null && IsOne(call)
           select new Measurement(call, body, types.DataOf(call) is { } data ? views.ViewOf(data, body) : null),
    ];
}
