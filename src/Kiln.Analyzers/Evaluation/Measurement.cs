using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A call of <c>Evaluate</c> or of <c>CrossValidate</c>.</summary>
/// <param name="At">The call, and where it stands: in the type that is looked at, or in a helper of another.</param>
/// <param name="View">What is evaluated; null where it is not known.</param>
sealed record Measurement(Value At, View? View)
{
    public IInvocationOperation Call => (IInvocationOperation)At.Operation;

    /// <summary>The body of the type in which it happens.</summary>
    public BodyFlow Body => At.Frame.Start;

    /// <summary>The call in that body: itself, or of the helper.</summary>
    public IOperation Seen => At.SeenFromStart;

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

    public static IReadOnlyList<Measurement> AllIn(ValueReader values, ViewReader views, MachineLearningTypes types) =>
    [
        .. values.Calls(IsOne, types).Select(at => new Measurement(
            at, types.DataOf((IInvocationOperation)at.Operation) is { } data ? views.ViewOf(data, at.Frame) : null)),
    ];
}
