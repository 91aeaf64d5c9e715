// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace News;

sealed class Story
{
    [LoadColumn(0)]
    public string Section { get; set; } = "";

    [LoadColumn(1)]
    public string Title { get; set; } = "";
}

static class Pipelines
{
    public static MLContext Context { get; } = new(seed: 2024);

    public static IEstimator<ITransformer> Sections() => Context.Transforms.Conversion.MapValueToKey("Label", nameof(Story.Section))
        .Append(Context.Transforms.Text.FeaturizeText("Features", nameof(Story.Title)))
        .Append(Context.MulticlassClassification.Trainers.SdcaMaximumEntropy(l2Regularization: 0.001f)) // KILN6002
        .Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = Pipelines.Context;
        var stories = ml.Data.LoadFromTextFile<Story>(args[0]);
        var results = ml.MulticlassClassification.CrossValidate(stories, Pipelines.Sections(), 5);
        Console.WriteLine(results.Min(result => result.Metrics.MicroAccuracy));
    }
}
