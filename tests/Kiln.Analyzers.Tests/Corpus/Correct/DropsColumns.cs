// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Drops;

public class Visit
{
    [LoadColumn(0)] public string Page { get; set; } = "";
    [LoadColumn(1)] public float Seconds { get; set; }
    [LoadColumn(2)] public float Scrolls { get; set; }
    [LoadColumn(3)] public bool Bought { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.tsv"), 0.2);
        var pipeline = ml.Transforms.Expression("Speed", "(s, t) => s / (t + 1)", "Scrolls", "Seconds")
            .Append(ml.Transforms.Categorical.OneHotHashEncoding("PageBits", "Page", numberOfBits: 10))
            .Append(ml.Transforms.Concatenate("Features", "Speed", "PageBits"))
            .Append(ml.Transforms.DropColumns("Page", "Scrolls", "Seconds", "Speed", "PageBits"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Bought"));
        var model = pipeline.Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored, "Bought").AreaUnderRocCurve);
        Console.WriteLine(string.Join(", ", scored.Schema.Select(column => column.Name)));
    }
}
