// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace AssignedLater;

public class Opinion
{
    [LoadColumn(0)] public string Text { get; set; } = "";
    [LoadColumn(1), ColumnName("Label")] public bool Positive { get; set; }
}

public static class Program
{
    static readonly MLContext Ml = new(seed: 0);

    public static void Main()
    {
        var split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Opinion>("opinions.tsv"), 0.2);
        var options = Options();
        options.NumberOfThreads = 1;
        var model = Ml.Transforms.Text.FeaturizeText("Features", nameof(Opinion.Text))
            .Append(Ml.BinaryClassification.Trainers.SdcaLogisticRegression(options))
            .Fit(split.TrainSet);
        Console.WriteLine(Ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
    }

    static SdcaLogisticRegressionBinaryTrainer.Options Options() => new() { MaximumNumberOfIterations = 20, L2Regularization = 1e-4f };
}
