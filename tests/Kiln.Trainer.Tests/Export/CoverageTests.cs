using Kiln.TrainerHost.Export;
using Microsoft.ML;

namespace Kiln.TrainerHost.Tests.Export;

public class CoverageTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData("AveragedPerceptron")]
    [InlineData("SgdCalibrated")]
    [InlineData("LbfgsLogisticRegression")]
    [InlineData("LinearSvm")]
    [InlineData("SdcaNonCalibrated")]
    [InlineData("FastTree")]
    [InlineData("FastForest")]
    [InlineData("Platt")]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("SdcaNonCalibratedMulticlass")]
    [InlineData("LbfgsMaximumEntropy")]
    [InlineData("OneVersusAll of trees")]
    [InlineData("OneVersusAll of perceptrons")]
    [InlineData("OneVersusAll of margins")]
    [InlineData("LightGbm with sigmoids")]
    [InlineData("OnlineGradientDescent")]
    [InlineData("LbfgsPoissonRegression")]
    [InlineData("FastTreeRegression")]
    [InlineData("FastTreeTweedie")]
    [InlineData("FastForestRegression")]
    [InlineData("ProjectToPrincipalComponents")]
    [InlineData("NormalizeLpNorm")]
    [InlineData("SelectFeaturesBasedOnCount")]
    [InlineData("SelectFeaturesBasedOnMutualInformation")]
    [InlineData("IndicateMissingValues")]
    [InlineData("OneHotEncoding learnt from data")]
    [InlineData("OneHotEncoding as bag")]
    [InlineData("MapValue")]
    [InlineData("CopyColumns")]
    public void It_predicts_the_same_in_all_three(string name)
    {
        var model = Pipelines.Fit(ml, name);
        var rows = Customers.View(ml, 200, seed: 4);
        var outputs = Pipelines.Outputs(model, rows);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, rows, outputs, onnx) >= 400);
    }

    [Theory]
    [InlineData("Gam", "The step GamBinaryModelParameters, which makes 'Probability' and 'Score', cannot be written as ONNX. Use FastTree or LightGbm instead.")]
    [InlineData("LdSvm", "The step LdSvmModelParameters, which makes 'Score', cannot be written as ONNX. Use LinearSvm or LightGbm instead.")]
    [InlineData("FieldAwareFactorizationMachine", "The step FieldAwareFactorizationMachineModelParameters, which makes 'Probability' and 'Score', cannot be written as ONNX. Use SdcaLogisticRegression or LightGbm instead.")]
    [InlineData("Naive", "The step NaiveCalibrator needs the ONNX operator GatherElements, which Kiln's predictor does not know. Use a Platt calibrator instead.")]
    [InlineData("Isotonic", "The step IsotonicCalibrator, which makes 'Probability', cannot be written as ONNX. Use a Platt calibrator instead.")]
    [InlineData("NaiveBayes", "The step NaiveBayesMulticlassModelParameters needs the ONNX operator Greater, which Kiln's predictor does not know. Use SdcaMaximumEntropy or LightGbm instead.")]
    [InlineData("PairwiseCoupling", "The step PairwiseCouplingModelParameters, which makes 'Score', cannot be written as ONNX. Use OneVersusAll instead.")]
    [InlineData("GamRegression", "The step GamRegressionModelParameters, which makes 'Score', cannot be written as ONNX. Use FastTree or LightGbm instead.")]
    [InlineData("NormalizeBinning", "The step NormalizingTransformer, which makes 'Features', cannot be written as ONNX. Use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer.")]
    [InlineData("NormalizeLogMeanVariance", "The step NormalizingTransformer, which makes 'Features', cannot be written as ONNX. Use NormalizeMinMax, NormalizeMeanVariance or NormalizeRobustScaling instead of a binning or logarithmic normalizer.")]
    [InlineData("OneHotEncoding as binary", "The step OneHotEncodingTransformer, which makes 'more', cannot be written as ONNX. Use the output kind Indicator.")]
    [InlineData("OneHotHashEncoding", "The step OneHotHashEncodingTransformer needs the ONNX operator MurmurHash3, which Kiln's predictor does not know. Use OneHotEncoding with the known values instead of hashing text.")]
    [InlineData("FeaturizeText", "The step TextFeaturizingEstimator, which makes 'Contract_TextNormalizer', cannot be written as ONNX. Use OneHotEncoding for texts of few values, and leave free text out: the predictor does not read it yet.")]
    [InlineData("Expression", "The step ExpressionTransformer, which makes 'more', cannot be written as ONNX. Compute that column before training, or from steps that ML.NET can write as ONNX.")]
    public void What_cannot_be_exported_is_refused_by_name_with_a_way_out(string name, string message)
    {
        var model = Pipelines.Fit(ml, name);
        var rows = Customers.View(ml, 20, seed: 4);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, rows, Customers.Inputs, Pipelines.Outputs(model, rows)));

        Assert.Equal(message, error.Message);
    }
}
