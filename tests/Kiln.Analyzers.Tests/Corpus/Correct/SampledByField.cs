// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Donations.Homes;

public class Donor { [LoadColumn(0)] public float Last { get; set; } [LoadColumn(1)] public float Sum { get; set; } [LoadColumn(2)] public bool Gave { get; set; } [LoadColumn(3)] public string Home { get; set; } = ""; }

static class Names
{
    public static readonly string Target = "Gave";
    public static readonly string Home = "Home";
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 10);
        var donors = ml.Data.LoadFromTextFile<Donor>("donors.csv", ',');
        var split = ml.Data.TrainTestSplit(donors, samplingKeyColumnName: Names.Home);
        var model = ml.Transforms.Concatenate("Features", "Last", "Sum").Append(ml.BinaryClassification.Trainers.FastTree(Names.Target)).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), Names.Target).Accuracy);
    }
}
