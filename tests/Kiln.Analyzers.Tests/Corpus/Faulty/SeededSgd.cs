// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeedsThatDoNotHelp.Sgd;

public class Click
{
    [LoadColumn(0)] public string Site { get; set; } = "";
    [LoadColumn(1)] public string Device { get; set; } = "";
    [LoadColumn(2)] public bool Clicked { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Click>("clicks-train.tsv");
        var test = ml.Data.LoadFromTextFile<Click>("clicks-test.tsv");
        var sgd = ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options // KILN6002
        {
            LabelColumnName = nameof(Click.Clicked),
            NumberOfThreads = 4,
            LearningRate = 0.05,
        });
        var model = ml.Transforms.Categorical.OneHotHashEncoding("SiteBits", "Site", numberOfBits: 18)
            .Append(ml.Transforms.Categorical.OneHotEncoding("DeviceCode", "Device"))
            .Append(ml.Transforms.Concatenate("Features", "SiteBits", "DeviceCode"))
            .Append(sgd)
            .Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test), nameof(Click.Clicked)).LogLoss);
    }
}
