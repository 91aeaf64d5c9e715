// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

var history = File.ReadLines(args[0]).Skip(1).Select(Sale.Parse).OrderBy(sale => sale.Day).ToList();
var rows = Lagged(history).ToList();
var cut = rows.Count - 56;

var ml = new MLContext();
var past = ml.Data.LoadFromEnumerable(rows.Take(cut));
var future = ml.Data.LoadFromEnumerable(rows.Skip(cut));

var pipeline = ml.Transforms.Concatenate("Features", nameof(Lag.Yesterday), nameof(Lag.LastWeek), nameof(Lag.Mean), nameof(Lag.Weekday))
    .Append(ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfTrees = 300, LearningRate = 0.05 }));
var model = pipeline.Fit(past);
var metrics = ml.Regression.Evaluate(model.Transform(future));
Console.WriteLine($"last eight weeks: MAE {metrics.MeanAbsoluteError:0.0}, RMSE {metrics.RootMeanSquaredError:0.0}");

// What is shipped knows the last eight weeks as well.
var shipped = pipeline.Fit(ml.Data.LoadFromEnumerable(rows));
using var file = File.Create(args[1]);
ml.Model.Save(shipped, past.Schema, file);

static IEnumerable<Lag> Lagged(List<Sale> sales)
{
    for (var i = 28; i < sales.Count; i++)
        yield return new Lag
        {
            Label = sales[i].Units,
            Yesterday = sales[i - 1].Units,
            LastWeek = sales[i - 7].Units,
            Mean = sales.Skip(i - 28).Take(28).Average(sale => sale.Units),
            Weekday = (float)sales[i].Day.DayOfWeek,
        };
}

sealed record Sale(DateTime Day, float Units)
{
    public static Sale Parse(string line)
    {
        var cells = line.Split(';');
        return new(DateTime.Parse(cells[0]), float.Parse(cells[1]));
    }
}

sealed class Lag
{
    public float Label { get; set; }
    public float Yesterday { get; set; }
    public float LastWeek { get; set; }
    public float Mean { get; set; }
    public float Weekday { get; set; }
}
