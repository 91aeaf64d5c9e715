using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A call of <c>Evaluate</c> or of <c>CrossValidate</c>.</summary>
/// <param name="View">What is evaluated; null where it is not known.</param>
sealed record Measurement(IInvocationOperation Call, BodyFlow Body, View? View)
{
    /// <summary>Tasks with a label to be right about. Clusters and anomalies are looked for in the very rows that are fitted.</summary>
    static readonly HashSet<string> Supervised =
        ["BinaryClassificationCatalog", "MulticlassClassificationCatalog", "RegressionCatalog", "RankingCatalog"];

    static readonly HashSet<string> Measuring = ["Evaluate", "EvaluateNonCalibrated", "CrossValidate", "CrossValidateNonCalibrated"];

    public bool IsEvaluate => Call.TargetMethod.Name.StartsWith("Evaluate", StringComparison.Ordinal);

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

    public static bool IsOne(IInvocationOperation call) =>
        Measuring.Contains(call.TargetMethod.Name)
        && Supervised.Contains(call.TargetMethod.ContainingType.Name)
        && MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType);

    public static IReadOnlyList<Measurement> AllIn(TypeFlow flow, ViewReader views, MachineLearningTypes types) =>
    [
        .. from body in flow.Bodies
           from operation in body.Operations
           let call = operation as IInvocationOperation
           where call is not null && IsOne(call)
           select new Measurement(call, body, types.DataOf(call) is { } data ? views.ViewOf(data, body) : null),
    ];
}
