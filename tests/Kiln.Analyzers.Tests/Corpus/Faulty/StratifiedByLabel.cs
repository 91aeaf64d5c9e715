// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stratified;

public class Mail
{
    [LoadColumn(0)] public bool Label { get; set; }
    [LoadColumn(1)] public string Body { get; set; } = "";
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var mails = ml.Data.LoadFromTextFile<Mail>("mails.tsv", hasHeader: true);

        // "Stratify, so that both sides have the same share of spam."
        var split = ml.Data.TrainTestSplit(mails, testFraction: 0.2, samplingKeyColumnName: "Label"); // KILN5005

        var model = ml.Transforms.Text.FeaturizeText("Features", nameof(Mail.Body))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression())
            .Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
    }
}
