// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SplitSeeds;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public bool Label { get; set; }
}

/// <summary>The split has a seed of its own, and nothing else is random.</summary>
public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(); // KILN6001?
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv", ','), testFraction: 0.2, seed: 17);
        var model = ml.Transforms.Concatenate("Features", "A").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
    }
}
