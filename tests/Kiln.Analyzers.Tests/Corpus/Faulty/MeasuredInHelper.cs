// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Loans;

sealed class Application
{
    [LoadColumn(0)]
    public float Income { get; set; }

    [LoadColumn(1)]
    public string Job { get; set; } = "";

    [LoadColumn(2), ColumnName("Label")]
    public bool Repaid { get; set; }
}

static class Program
{
    static readonly MLContext Ml = new(seed: 3);

    static void Main(string[] args)
    {
        IDataView trainingData = Ml.Data.LoadFromTextFile<Application>(args[0], separatorChar: ',');
        var model = BuildAndTrain(trainingData);
        var predictions = model.Transform(trainingData);
        var metrics = Ml.BinaryClassification.Evaluate(predictions); // KILN4007
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P2}");
        Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());
    }

    static ITransformer BuildAndTrain(IDataView rows)
    {
        var pipeline = Ml.Transforms.Categorical.OneHotEncoding("JobCode", "Job")
            .Append(Ml.Transforms.Concatenate("Features", "JobCode", "Income"))
            .Append(Ml.BinaryClassification.Trainers.LightGbm(numberOfLeaves: 12)); // KILN6005
        return pipeline.Fit(rows);
    }
}
