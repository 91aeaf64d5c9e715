using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Microsoft.ML;

namespace Kiln.Host.Tests.Export;

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
    [InlineData("OnlineGradientDescent")]
    [InlineData("LbfgsPoissonRegression")]
    [InlineData("FastTreeRegression")]
    [InlineData("FastTreeTweedie")]
    [InlineData("FastForestRegression")]
    [InlineData("Project")]
    [InlineData("NormalizeLpNorm")]
    [InlineData("SelectFeaturesBasedOnCount")]
    [InlineData("SelectFeaturesBasedOnMutualInformation")]
    [InlineData("IndicateMissingValues")]
    [InlineData("OneHotEncoding learnt from data")]
    [InlineData("OneHotEncoding as bag")]
    [InlineData("MapValue")]
    [InlineData("CopyColumns")]
    [InlineData("ReplaceMissingValues swapping columns")]
    public void It_predicts_the_same_in_all_three(string name)
    {
        var model = Pipelines.Fit(ml, name);
        var rows = Customers.View(ml, 200, seed: 4);
        var outputs = Pipelines.Outputs(model, rows);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, rows, outputs, onnx) >= 400);
    }

    [Theory]
    [InlineData("Gam", "GamBinaryModelParameters, which produces 'Probability' and 'Score',", "use FastTree or LightGbm instead")]
    [InlineData("LdSvm", "LdSvmModelParameters, which produces 'Score',", "use LinearSvm or LightGbm instead")]
    [InlineData("FieldAwareFactorizationMachine", "FieldAwareFactorizationMachineModelParameters,", "or LightGbm instead")]
    [InlineData("Naive", "NaiveCalibrator needs the ONNX operator GatherElements,", "use a Platt calibrator instead")]
    [InlineData("Isotonic", "IsotonicCalibrator, which produces 'Probability',", "use a Platt calibrator instead")]
    [InlineData("NaiveBayes", "NaiveBayesMulticlassModelParameters needs the ONNX operator ExpandDims,", "or LightGbm instead")]
    [InlineData("PairwiseCoupling", "PairwiseCouplingModelParameters, which produces 'Score',", "use OneVersusAll instead")]
    [InlineData("GamRegression", "GamRegressionModelParameters, which produces 'Score',", "use FastTree or LightGbm instead")]
    [InlineData("NormalizeBinning", "NormalizingTransformer, which produces 'Features',", "of a binning or logarithmic normalizer")]
    [InlineData("NormalizeLogMeanVariance", "NormalizingTransformer, which produces 'Features',", "of a binning or logarithmic normalizer")]
    [InlineData("OneHotEncoding as binary", "OneHotEncodingTransformer, which produces 'more',", "use OutputKind.Indicator instead")]
    [InlineData("OneHotHashEncoding", "OneHotHashEncodingTransformer needs the ONNX operator MurmurHash3,", "instead of hashing text")]
    [InlineData("FeaturizeText", "TextFeaturizingEstimator, which produces 'more',", "leave out the method: the default pipeline reads it")]
    [InlineData("Expression", "ExpressionTransformer, which produces 'more',", "or from estimators that ML.NET can write as ONNX")]
    public void What_cannot_be_exported_is_refused_by_name_with_a_way_out(string name, string step, string wayOut)
    {
        var model = Pipelines.Fit(ml, name);
        var rows = Customers.View(ml, 20, seed: 4);
        var outputs = Pipelines.Outputs(model, rows);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, rows, Customers.Inputs, outputs));

        Assert.StartsWith(step, error.Message);
        Assert.EndsWith(wayOut, error.Message);
    }
}
