// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace News;

class Article
{
    [LoadColumn(0)] public string Topic { get; set; } = "";
    [LoadColumn(1)] public string Headline { get; set; } = "";
}

class Program
{
    static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var articles = mlContext.Data.LoadFromTextFile<Article>("news.tsv", hasHeader: true);

        // "Featurize once, it is slow", said the note in the code.
        var featurizer = mlContext.Transforms.Text.FeaturizeText("Features", "Headline")
            .Append(mlContext.Transforms.Conversion.MapValueToKey("Label", "Topic"));
        IDataView featurized = featurizer.Fit(articles).Transform(articles); // KILN5001
        featurized = mlContext.Data.Cache(featurized);

        var trainer = mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy();
        var folds = mlContext.MulticlassClassification.CrossValidate(featurized, trainer, numberOfFolds: 5);
        foreach (var fold in folds)
            Console.WriteLine($"fold {fold.Fold}: {fold.Metrics.MacroAccuracy:P1}");
    }
}
