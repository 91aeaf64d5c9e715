// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Issues;

public class GitIssue
{
    [LoadColumn(1)] public string Area { get; set; } = "";
    [LoadColumn(2)] public string Title { get; set; } = "";
    [LoadColumn(3)] public string Description { get; set; } = "";
}

public class Labeler
{
    private MLContext _ml = new MLContext(seed: 0);

    public ITransformer Build(string file)
    {
        var issues = _ml.Data.LoadFromTextFile<GitIssue>(file, hasHeader: true);
        var split = _ml.Data.TrainTestSplit(issues, 0.1);
        var pipeline = _ml.Transforms.Text.FeaturizeText("TitleFeaturized", "Title")
            .Append(_ml.Transforms.Text.FeaturizeText("DescriptionFeaturized", "Description"))
            .Append(_ml.Transforms.Concatenate("Features", "TitleFeaturized", "DescriptionFeaturized"))
            .Append(_ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Area", "Features")); // KILN2002

        var model = pipeline.Fit(split.TrainSet);
        var metrics = _ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet), "Area");
        Console.WriteLine($"log-loss {metrics.LogLoss:0.###}");
        return model;
    }
}
