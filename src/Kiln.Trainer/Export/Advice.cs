namespace Kiln.TrainerHost.Export;

/// <summary>The way out of a step that cannot become ONNX.</summary>
static class Advice
{
    public static string For(PipelineStep step)
    {
        var model = step.Model?.GetType().ToString() ?? "";
        return step.Name switch
        {
            "NormalizingTransformer" => "Use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer.",
            "HashingTransformer" or "OneHotHashEncodingTransformer" => "Use OneHotEncoding with the known values instead of hashing text.",
            "KeyToBinaryVectorMappingTransformer" => "Use OneHotEncoding with OutputKind.Indicator instead of Binary.",
            "CustomMappingTransformer" => "Compute that column before training, or from steps that ML.NET offers.",
            _ when model.Contains("Gam") => "Use FastTree or LightGbm instead of a generalized additive model.",
            _ when model.Contains("LdSvm") => "Use LinearSvm or LightGbm instead of LdSvm.",
            _ when model.Contains("FieldAware") => "Use LightGbm or SdcaLogisticRegression instead of field-aware factorization machines.",
            _ when model.Contains("Pairwise") => "Use OneVersusAll instead of PairwiseCoupling.",
            _ when model.Contains("Pav") => "Use a Platt calibrator instead of an isotonic one.",
            _ => "Replace it by a step that ML.NET can write as ONNX, or compute its column before training.",
        };
    }
}
