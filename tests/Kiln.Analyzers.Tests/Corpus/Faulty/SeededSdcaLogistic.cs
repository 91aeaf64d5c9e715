// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeedsThatDoNotHelp;

public class Opinion
{
    [LoadColumn(0)] public string Text { get; set; } = "";
    [LoadColumn(1), ColumnName("Label")] public bool Sentiment { get; set; }
}

public static class Program
{
    static readonly string Data = Path.Combine("Data", "yelp.txt");

    public static void Main()
    {
        var mlContext = new MLContext(seed: 0);
        var splitDataView = LoadData(mlContext);
        var model = BuildAndTrainModel(mlContext, splitDataView.TrainSet);
        Evaluate(mlContext, model, splitDataView.TestSet);
    }

    static DataOperationsCatalog.TrainTestData LoadData(MLContext mlContext)
    {
        IDataView dataView = mlContext.Data.LoadFromTextFile<Opinion>(Data, hasHeader: false);
        return mlContext.Data.TrainTestSplit(dataView, testFraction: 0.2);
    }

    static ITransformer BuildAndTrainModel(MLContext mlContext, IDataView splitTrainSet)
    {
        var estimator = mlContext.Transforms.Text.FeaturizeText(outputColumnName: "Features", inputColumnName: nameof(Opinion.Text))
            .Append(mlContext.BinaryClassification.Trainers.SdcaLogisticRegression(labelColumnName: "Label", featureColumnName: "Features")); // KILN6002
        return estimator.Fit(splitTrainSet);
    }

    static void Evaluate(MLContext mlContext, ITransformer model, IDataView splitTestSet)
    {
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(splitTestSet), "Label");
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:P2}, F1 {metrics.F1Score:P2}");
    }
}
