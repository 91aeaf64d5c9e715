// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Extensions;

public static class PipelineExtensions
{
    public static IEstimator<ITransformer> WithNumbers(this IEstimator<ITransformer> pipeline, MLContext ml, params string[] names) =>
        pipeline.Append(ml.Transforms.Concatenate("Numbers", names)).Append(ml.Transforms.NormalizeMeanVariance("Numbers"));

    public static IEstimator<ITransformer> WithText(this IEstimator<ITransformer> pipeline, MLContext ml, string name) =>
        pipeline.Append(ml.Transforms.Text.FeaturizeText("TextFeatures", name));

    public static void Show(this BinaryClassificationMetrics metrics) =>
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}, F1 {metrics.F1Score:0.000}");
}

public class Ticket
{
    [LoadColumn(0)] public string Body { get; set; } = "";
    [LoadColumn(1)] public float Attachments { get; set; }
    [LoadColumn(2)] public float Age { get; set; }
    [LoadColumn(3)] public bool Escalated { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Ticket>("tickets.tsv", hasHeader: true), 0.2);
        var model = new EstimatorChain<ITransformer>()
            .WithNumbers(ml, "Attachments", "Age")
            .WithText(ml, "Body")
            .Append(ml.Transforms.Concatenate("Features", "Numbers", "TextFeatures"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Escalated"))
            .Fit(split.TrainSet);
        ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Escalated").Show();
    }
}
