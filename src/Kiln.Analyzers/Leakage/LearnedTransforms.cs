using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>Which transforms take something from the rows they are fitted on that says how the others are distributed.</summary>
static class LearnedTransforms
{
    /// <summary>
    /// Not here: what looks at one row at a time, such as <c>NormalizeLpNorm</c>, and <c>MapValueToKey</c>, which only numbers the values
    /// there are.
    /// </summary>
    static readonly HashSet<string> Learning =
    [
        "NormalizeMinMax", "NormalizeMeanVariance", "NormalizeLogMeanVariance", "NormalizeBinning", "NormalizeSupervisedBinning",
        "NormalizeRobustScaling", "OneHotEncoding", "FeaturizeText", "ProduceWordBags", "ProduceNgrams", "LatentDirichletAllocation",
        "SelectFeaturesBasedOnCount", "SelectFeaturesBasedOnMutualInformation", "ProjectToPrincipalComponents", "VectorWhiten",
    ];

    public static bool Learns(IInvocationOperation estimator) =>
        MachineLearningTypes.IsOwn(estimator.TargetMethod.ContainingType)
        && (Learning.Contains(estimator.TargetMethod.Name) || estimator.TargetMethod.Name == "ReplaceMissingValues" && Imputes(estimator));

    /// <summary>The default value of the type, the default here, is known without any row.</summary>
    static bool Imputes(IInvocationOperation replace) =>
        replace.Argument("replacementMode")?.ConstantValue is { HasValue: true, Value: { } mode } && Convert.ToInt32(mode) != 0;
}
