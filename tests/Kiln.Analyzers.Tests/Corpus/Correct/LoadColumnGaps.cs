// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Campaign;

/// <summary>Columns 10 and 11 hold the duration of the call and its outcome: known only afterwards, so left out.</summary>
public sealed class Call
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public string Job { get; set; } = "";
    [LoadColumn(2)] public string Marital { get; set; } = "";
    [LoadColumn(5)] public float Balance { get; set; }
    [LoadColumn(12)] public float Campaign { get; set; }
    [LoadColumn(16)] public bool Subscribed { get; set; }
}

public static class Program
{
    public static async Task Main()
    {
        var ml = new MLContext(seed: 9);
        var rows = ml.Data.LoadFromTextFile<Call>("bank.csv", new TextLoader.Options { Separators = [';'], HasHeader = true, AllowQuoting = true });
        var split = ml.Data.TrainTestSplit(rows, 0.2);

        var encoded = ml.Transforms.Categorical.OneHotEncoding([new InputOutputColumnPair("JobCode", "Job"), new InputOutputColumnPair("MaritalCode", "Marital")]);
        var pipeline = encoded
            .Append(ml.Transforms.Concatenate("Features", "Age", "JobCode", "MaritalCode", "Balance", "Campaign"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Subscribed"));

        var model = await Task.Run(() => pipeline.Fit(split.TrainSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Subscribed");
        await File.WriteAllTextAsync("quality.txt", metrics.AreaUnderRocCurve.ToString("0.0000"));
    }
}
