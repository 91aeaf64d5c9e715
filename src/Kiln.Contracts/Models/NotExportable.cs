namespace Kiln.Contracts.Models;

/// <summary>
/// What cannot become ONNX, each with the way out. The analyzer knows it by the method that is called, the exporter by what that fitted; tests hold every method
/// against the exporter.
/// </summary>
public static class NotExportable
{
    const string Normalizers = "use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer";
    const string Indicator = "use OutputKind.Indicator instead";
    const string KnownValues = "use OneHotEncoding with the known values instead of hashing text";
    const string FewValues = "use OneHotEncoding for strings with few distinct values; if free text matters, leave out the method: the default pipeline reads it";
    const string Column = "compute that column before training, or from estimators that ML.NET can write as ONNX";
    const string Platt = "use a Platt calibrator instead";
    const string Trees = "use FastTree or LightGbm instead";

    /// <summary>By catalog and method, and the argument that makes the difference.</summary>
    static readonly Dictionary<string, string> ByMethod = new(StringComparer.Ordinal)
    {
        ["BinaryClassificationTrainers.FieldAwareFactorizationMachine"] = "use SdcaLogisticRegression or LightGbm instead",
        ["BinaryClassificationTrainers.Gam"] = Trees,
        ["BinaryClassificationTrainers.LdSvm"] = "use LinearSvm or LightGbm instead",
        ["CalibratorsCatalog.Isotonic"] = Platt,
        ["CalibratorsCatalog.Naive"] = Platt,
        ["CategoricalTransforms.OneHotEncoding outputKind=Binary"] = Indicator,
        ["CategoricalTransforms.OneHotHashEncoding"] = KnownValues,
        ["MulticlassClassificationTrainers.NaiveBayes"] = "use SdcaMaximumEntropy or LightGbm instead",
        ["MulticlassClassificationTrainers.PairwiseCoupling"] = "use OneVersusAll instead",
        ["RegressionTrainers.Gam"] = Trees,
        ["TextTransforms.FeaturizeText"] = FewValues,
        ["TransformsCatalog.Expression"] = Column,
        ["TransformsCatalog.NormalizeBinning"] = Normalizers,
        ["TransformsCatalog.NormalizeLogMeanVariance"] = Normalizers,
    };

    /// <summary>By the class of a transformer or of a model's parameters.</summary>
    static readonly Dictionary<string, string> ByFitted = new(StringComparer.Ordinal)
    {
        ["CustomMappingTransformer"] = Column,
        ["ExpressionTransformer"] = Column,
        ["FieldAwareFactorizationMachineModelParameters"] = ByMethod["BinaryClassificationTrainers.FieldAwareFactorizationMachine"],
        ["GamBinaryModelParameters"] = Trees,
        ["GamRegressionModelParameters"] = Trees,
        ["HashingTransformer"] = KnownValues,
        ["IsotonicCalibrator"] = Platt,
        ["KeyToBinaryVectorMappingTransformer"] = Indicator,
        ["LdSvmModelParameters"] = ByMethod["BinaryClassificationTrainers.LdSvm"],
        ["NaiveBayesMulticlassModelParameters"] = ByMethod["MulticlassClassificationTrainers.NaiveBayes"],
        ["NaiveCalibrator"] = Platt,
        ["NormalizingTransformer"] = Normalizers,
        ["OneHotEncodingTransformer"] = Indicator,
        ["OneHotHashEncodingTransformer"] = KnownValues,
        ["PairwiseCouplingModelParameters"] = ByMethod["MulticlassClassificationTrainers.PairwiseCoupling"],
    };

    public static IEnumerable<string> Methods => ByMethod.Keys;

    /// <summary>What to do instead of calling a method, spelled as in <see cref="Methods"/>; null where it can be written, or is not known not to be.</summary>
    public static string? InsteadOfMethod(string method) => ByMethod.TryGetValue(method, out var instead) ? instead : null;

    /// <summary>What to do instead of using what the exporter refused, by the name and the namespace of its class.</summary>
    public static string InsteadOfFitted(string type, string? space) =>
        ByFitted.TryGetValue(type, out var instead) ? instead
        : space == "Microsoft.ML.Transforms.Text" ? FewValues
        : "replace it by one that ML.NET can write as ONNX, or compute its column before training";
}
