// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Hotels;

sealed class Stay
{
    [LoadColumn(0)]
    public string Country { get; set; } = "";

    [LoadColumn(1)]
    public float Nights { get; set; }

    [LoadColumn(2)]
    public float LeadDays { get; set; }

    [LoadColumn(3)]
    public bool Cancelled { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 14);
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv", separatorChar: ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(stays);
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("CountryEncoded", nameof(Stay.Country)) // KILN2007
            .Append(ml.Transforms.Concatenate("Features", "Nights", "LeadTime")) // KILN2001
            .Append(ml.BinaryClassification.Trainers.FastForest(labelColumnName: nameof(Stay.Cancelled)));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), nameof(Stay.Cancelled));
        Console.WriteLine(metrics.F1Score);
    }
}
