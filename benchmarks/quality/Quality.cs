// How good the models are that need no code: the default pipeline, its trees without the linear model's part, and LightGBM with its own defaults, against scikit-learn's
// HistGradientBoosting with its defaults and XGBoost with the best of so many random settings, on the same training and held-out rows, redrawn
// by chance; the loss is the log-loss of classes and the root of the mean squared error of numbers.
// Takes a folder of CSV files that each have a column "target" (benchmarks/quality/export-data.R makes such a folder from packages of Debian,
// and shared sets may be put beside them), python3 with scikit-learn and xgboost, and time; one thread on all sides.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Quality.cs <folder> <redraws> <settings> [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (redraws, settings) = (int.Parse(args[1]), args[2]);
var scratch = Directory.CreateTempSubdirectory("kiln-quality-").FullName;
try
{
    Console.WriteLine("| set | task | rows | Kiln | rounds | linear | trees alone | less than these | LightGBM | HGB | XGBoost | less than LightGBM | than HGB | than XGBoost | Kiln's time | of LightGBM's | of HGB's | of XGBoost's |");
    Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 4 || args[3..].Contains(Path.GetFileNameWithoutExtension(file))))
        Compare(file);
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

void Compare(string file)
{
    var name = Path.GetFileNameWithoutExtension(file);
    var dataset = new Dataset(name, Path.Combine(scratch, name + ".schema.json"), file, file, [file]);
    var contract = ContractInference.Infer(dataset, null, _ => { });
    var table = TableLoader.Load(dataset, contract, null, _ => { });
    var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = name, Label = "target", Split = SplitKind.Hash, Location = new("M.cs", 1, 1) };
    var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException($"{name}: {problems[0].Message}");
    var rows = new ModelRows(table, shape, null);
    int[] all = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
    var runs = Enumerable.Range(0, redraws).Select(draw => Run(rows, definition, all, draw)).ToList();
    double Mean(Func<Side[], double> value) => runs.Average(run => value(run.Sides));
    // By how much the loss is below the other's, beside the deviation of the other's over the redraws.
    string Against(int side) => double.IsNaN(runs[0].Sides[side].Loss) ? "" : $"{1 - Mean(s => s[0].Loss) / Mean(s => s[side].Loss):+0.0 %;-0.0 %} (± {Deviation(runs.Select(run => run.Sides[side].Loss)) / Mean(s => s[side].Loss):0.0 %})";
    string Cost(int side) => double.IsNaN(runs[0].Sides[side].Loss) ? "" : $"{Mean(s => s[0].Seconds) / Mean(s => s[side].Seconds):0.##}";
    Console.WriteLine($"| {name} | {shape.Task.ToString().Replace("Classification", "").ToLowerInvariant()} | {all.Length:N0} | {string.Join(" | ", Mean(s => s[0].Loss).ToString("G4"), runs.Average(run => run.Rounds).ToString("0"), runs.Average(run => run.Linear).ToString("0.##"), runs.Average(run => run.Trees).ToString("G4"), (1 - Mean(s => s[0].Loss) / runs.Average(run => run.Trees)).ToString("+0.0 %;-0.0 %;0"))} | "
        + string.Join(" | ", Enumerable.Range(1, 3).Select(side => double.IsNaN(runs[0].Sides[side].Loss) ? "" : Mean(s => s[side].Loss).ToString("G4")))
        + $" | {string.Join(" | ", Enumerable.Range(1, 3).Select(Against))} | {Mean(s => s[0].Seconds):0.0} s | {string.Join(" | ", Enumerable.Range(1, 3).Select(Cost))} |");
}

static double Deviation(IEnumerable<double> values)
{
    var mean = values.Average();
    return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count() - 1));
}

(Side[] Sides, long Rounds, double Linear, double Trees) Run(ModelRows rows, ModelDefinition definition, int[] all, int draw)
{
    int[] shuffled = [.. all];
    new Random(5000 + draw).Shuffle(shuffled);
    var (heldOut, training) = (shuffled[..(shuffled.Length / 5)], shuffled[(shuffled.Length / 5)..]);
    var start = Stopwatch.GetTimestamp();
    var model = DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1);
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var trees = model.Boosting!.Linear == 0 ? model.Model : DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1, model.Settings with { Linear = 0 }).Model;
    start = Stopwatch.GetTimestamp();
    var plain = DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1, BoostingSettings.Plain).Model;
    var plainSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var (train, test) = (Path.Combine(scratch, "train.csv"), Path.Combine(scratch, "test.csv"));
    Write(train, rows.Examples, training);
    Write(test, rows.Examples, heldOut);
    var others = Python(train, test, rows.Examples.Shape.Task == TaskKind.Regression ? "regression" : "classes", settings, draw);
    return ([new(Loss(model.Model, rows.Examples, heldOut), seconds), new(Loss(plain, rows.Examples, heldOut), plainSeconds), new(others[0], others[1]), new(others[2], others[3])], model.Boosting.Rounds, model.Boosting.Linear, Loss(trees, rows.Examples, heldOut));
}

static double Loss(ITransformer model, ExampleSet examples, int[] rows)
{
    var predicted = model.Transform(new ExampleView(examples, rows));
    var labels = rows.Select(row => examples.Label[row]).ToArray();
    switch (examples.Shape.Task)
    {
        case TaskKind.BinaryClassification:
            return predicted.GetColumn<float>("Probability").Zip(labels, (p, label) => -Math.Log(Math.Max(label > 0 ? p : 1 - p, 1e-15))).Average();
        case TaskKind.MulticlassClassification:
            return predicted.GetColumn<float[]>("Score").Zip(labels, (p, label) => -Math.Log(Math.Max(p[(int)label], 1e-15))).Average();
        default:
            return Math.Sqrt(predicted.GetColumn<float>("Score").Zip(labels, (p, label) => ((double)p - label) * (p - label)).Average());
    }
}

// Numbers as they are, of categories their numbers, in columns that say which they are.
static void Write(string file, ExampleSet examples, int[] rows)
{
    var text = new StringBuilder().AppendJoin(',', examples.Inputs.Select((input, i) => (input.IsText ? "c" : "n") + i)).Append(",target\n");
    foreach (var row in rows)
    {
        for (var i = 0; i < examples.Inputs.Count; i++)
        {
            var value = examples.Numbers[i] is { } numbers ? numbers[row] : examples.Texts[i]!.Codes[row] is >= 0 and var code ? code : float.NaN;
            text.Append(float.IsNaN(value) ? "" : value.ToString("R")).Append(',');
        }
        text.Append(examples.Label[row].ToString("R")).Append('\n');
    }
    File.WriteAllText(file, text.ToString());
}

// Debian's packages are of Debian's own interpreter.
static double[] Python(string train, string test, string kind, string settings, int draw)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference.py", train, test, kind, settings, $"{draw}"]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["OMP_NUM_THREADS"] = "1" } })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}

/// <summary>What one side made of the rows.</summary>
readonly record struct Side(double Loss, double Seconds);
