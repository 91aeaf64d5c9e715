namespace Kiln.Host.Export.Steps;

/// <summary>The way out of a step that cannot become ONNX.</summary>
static class Advice
{
    public static string For(PipelineStep step) => step.Name switch
    {
        "NormalizingTransformer" =>
            "use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer",
        "OneHotEncodingTransformer" or "KeyToBinaryVectorMappingTransformer" => "use the output kind Indicator",
        "HashingTransformer" or "OneHotHashEncodingTransformer" => "use OneHotEncoding with the known values instead of hashing text",
        _ when step.Transformer.GetType().Namespace == "Microsoft.ML.Transforms.Text" =>
            "use OneHotEncoding for texts of few values, and leave free text out: the predictor does not read it yet",
        "CustomMappingTransformer" or "ExpressionTransformer" =>
            "compute that column before training, or from steps that ML.NET can write as ONNX",
        "IsotonicCalibrator" or "NaiveCalibrator" => "use a Platt calibrator instead",
        "NaiveBayesMulticlassModelParameters" => "use SdcaMaximumEntropy or LightGbm instead",
        "PairwiseCouplingModelParameters" => "use OneVersusAll instead",
        "LdSvmModelParameters" => "use LinearSvm or LightGbm instead",
        "FieldAwareFactorizationMachineModelParameters" => "use SdcaLogisticRegression or LightGbm instead",
        "GamBinaryModelParameters" or "GamRegressionModelParameters" => "use FastTree or LightGbm instead",
        _ => "replace it by a step that ML.NET can write as ONNX, or compute its column before training",
    };
}
