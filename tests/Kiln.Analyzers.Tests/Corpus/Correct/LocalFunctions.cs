// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 3);
var (train, test) = Split("movies.tsv");
var model = Train(train);
Report(model);

(IDataView Train, IDataView Test) Split(string path)
{
    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Movie>(path, hasHeader: true), testFraction: 0.2);
    return (split.TrainSet, split.TestSet);
}

ITransformer Train(IDataView rows)
{
    var text = ml.Transforms.Text.FeaturizeText("PlotFeatures", "Plot");
    var year = ml.Transforms.NormalizeMinMax("YearScaled", "Year");
    return text.Append(year)
        .Append(ml.Transforms.Concatenate("Features", "PlotFeatures", "YearScaled"))
        .Append(ml.BinaryClassification.Trainers.AveragedPerceptron("Liked"))
        .Fit(rows);
}

void Report(ITransformer fitted)
{
    var metrics = ml.BinaryClassification.EvaluateNonCalibrated(fitted.Transform(test), "Liked");
    Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
}

class Movie
{
    [LoadColumn(0)] public string Plot { get; set; } = "";
    [LoadColumn(1)] public float Year { get; set; }
    [LoadColumn(2)] public bool Liked { get; set; }
}
