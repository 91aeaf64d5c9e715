// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Churches;

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext(); // KILN6001
        var visits = Read(ml, args.Length > 0 ? args[0] : "visits.csv");
        var folds = ml.Regression.CrossValidate(visits, Pipeline(ml), numberOfFolds: 5, labelColumnName: "Visitors");
        Console.WriteLine($"{folds.Average(fold => fold.Metrics.MeanAbsoluteError):0.0}");
    }

    static IDataView Read(MLContext ml, string path) => ml.Data.LoadFromTextFile<Visit>(path, ',', true);

    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Concatenate("Features", "Weekday", "Month", "Concert")
        .Append(ml.Regression.Trainers.FastTree("Visitors"));
}

sealed class Visit
{
    [LoadColumn(0)] public float Weekday { get; set; }
    [LoadColumn(1)] public float Month { get; set; }
    [LoadColumn(2)] public float Concert { get; set; }
    [LoadColumn(3)] public float Visitors { get; set; }
}
