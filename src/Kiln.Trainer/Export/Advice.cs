namespace Kiln.TrainerHost.Export;

/// <summary>The way out of a step that cannot become ONNX.</summary>
static class Advice
{
    public static string For(PipelineStep step) => step.Name switch
    {
        "NormalizingTransformer" =>
            "Use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer.",
        "OneHotEncodingTransformer" or "KeyToBinaryVectorMappingTransformer" => "Use the output kind Indicator.",
        "HashingTransformer" or "OneHotHashEncodingTransformer" => "Use OneHotEncoding with the known values instead of hashing text.",
        _ when step.Transformer.GetType().Namespace == "Microsoft.ML.Transforms.Text" =>
            "Use OneHotEncoding for texts of few values, and leave free text out: the predictor does not read it yet.",
        "CustomMappingTransformer" or "ExpressionTransformer" =>
            "Compute that column before training, or from steps that ML.NET can write as ONNX.",
        "IsotonicCalibrator" or "NaiveCalibrator" => "Use a Platt calibrator instead.",
        "NaiveBayesMulticlassModelParameters" => "Use SdcaMaximumEntropy or LightGbm instead.",
        "PairwiseCouplingModelParameters" => "Use OneVersusAll instead.",
        "LdSvmModelParameters" => "Use LinearSvm or LightGbm instead.",
        "FieldAwareFactorizationMachineModelParameters" => "Use SdcaLogisticRegression or LightGbm instead.",
        "GamBinaryModelParameters" or "GamRegressionModelParameters" => "Use FastTree or LightGbm instead.",
        _ => "Replace it by a step that ML.NET can write as ONNX, or compute its column before training.",
    };
}
