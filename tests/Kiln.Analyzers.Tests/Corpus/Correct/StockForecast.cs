// origin: blind, first round
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Warehouse;

sealed class Sale
{
    [LoadColumn(1)]
    public string Article { get; set; } = "";

    [LoadColumn(2)]
    public float Stock { get; set; }

    [LoadColumn(4)]
    public float Price { get; set; }

    [LoadColumn(7), ColumnName("Label")]
    public float Sold { get; set; }
}

static class Program
{
    static int Main(string[] args)
    {
        if (args.Length < 2)
            return 1;
        var ml = new MLContext(seed: 20);
        var sales = ml.Data.LoadFromTextFile<Sale>(args[0], separatorChar: ';', hasHeader: true);
        var sides = ml.Data.TrainTestSplit(sales, testFraction: 0.15);
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("ArticleCode", nameof(Sale.Article))
            .Append(ml.Transforms.Concatenate("Features", "ArticleCode", nameof(Sale.Stock), nameof(Sale.Price)))
            .Append(ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfTrees = 300 }));
        var started = DateTime.UtcNow;
        var model = pipeline.Fit(sides.TrainSet);
        Console.WriteLine($"{(DateTime.UtcNow - started).TotalSeconds:F1} s");
        var metrics = ml.Regression.Evaluate(model.Transform(sides.TestSet));
        Console.WriteLine(metrics.RSquared.ToString("F3", CultureInfo.InvariantCulture));
        ml.Model.Save(model, sales.Schema, Path.Combine(args[1], $"stock-{started:yyyyMMdd}.zip"));
        return metrics.RSquared > 0.4 ? 0 : 2;
    }
}
