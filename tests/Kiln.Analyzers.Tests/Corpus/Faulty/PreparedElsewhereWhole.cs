// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Clinic;

public class Visit { [LoadColumn(0)] public string Ward { get; set; } = ""; [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public bool Back { get; set; } }

static class Preparation
{
    public static IDataView Encode(MLContext ml, IDataView rows)
    {
        var encoder = ml.Transforms.Categorical.OneHotEncoding("Ward").Fit(rows);
        return encoder.Transform(rows);
    }
}

public sealed class Readmission
{
    readonly MLContext ml = new(seed: 6);

    public void Run(string path)
    {
        var visits = ml.Data.LoadFromTextFile<Visit>(path, ',');
        var encoded = Preparation.Encode(ml, visits); // KILN5001
        var split = ml.Data.TrainTestSplit(encoded, 0.2);
        var model = ml.Transforms.Concatenate("Features", "Ward", "Age").Append(ml.BinaryClassification.Trainers.FastTree("Back")).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Back").Accuracy);
    }
}
