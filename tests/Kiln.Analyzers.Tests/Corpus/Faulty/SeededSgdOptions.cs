// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

var ml = new MLContext(seed: 77);
var clicks = ml.Data.LoadFromTextFile<Click>("clicks.tsv", hasHeader: true);
var split = ml.Data.TrainTestSplit(clicks, testFraction: 0.1);

var options = new SgdCalibratedTrainer.Options
{
    LearningRate = 0.05,
    NumberOfIterations = 30,
    LabelColumnName = nameof(Click.Clicked),
};
var pipeline = ml.Transforms.Categorical.OneHotHashEncoding(nameof(Click.Page))
    .Append(ml.Transforms.NormalizeMeanVariance(nameof(Click.Seconds)))
    .Append(ml.Transforms.Concatenate("Features", nameof(Click.Page), nameof(Click.Seconds)))
    .Append(ml.BinaryClassification.Trainers.SgdCalibrated(options)); // KILN6002
var model = pipeline.Fit(split.TrainSet);
var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Click.Clicked));
Console.WriteLine(metrics.LogLoss);

sealed class Click
{
    [LoadColumn(0)]
    public string Page { get; set; } = "";

    [LoadColumn(1)]
    public float Seconds { get; set; }

    [LoadColumn(2)]
    public bool Clicked { get; set; }
}
