// How good the models are that need no code: the default pipeline against scikit-learn's HistGradientBoosting with its defaults, on the same
// training and held-out rows, redrawn by chance; the loss is the log-loss of classes and the root of the mean squared error of numbers.
// Takes a folder of CSV files that each have a column "target" (benchmarks/quality/export-data.R makes such a folder from packages of Debian,
// and shared sets may be put beside them), python3 with scikit-learn, and time; one thread on both sides.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Quality.cs <folder> [redraws] [only these...]
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
var redraws = args.Length > 1 ? int.Parse(args[1]) : 3;
var scratch = Directory.CreateTempSubdirectory("kiln-quality-").FullName;
var (wins, losses, even) = (0, 0, 0);
try
{
    Console.WriteLine($"{"set",-16} {"task",-10} {"rows",6} {"Kiln",10} {"HGB",10} {"gain",7} {"± of HGB",9} {"rounds",7} {"Kiln s",7} {"HGB s",6}");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 3 || args[2..].Contains(Path.GetFileNameWithoutExtension(file))))
        Compare(file);
    Console.WriteLine($"better in every redraw: {wins}, worse in every redraw: {losses}, neither: {even}");
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
    var runs = Enumerable.Range(0, redraws).Select(draw => Run(name, rows, definition, all, draw)).ToList();
    var (kiln, other) = (runs.Average(run => run.Kiln), runs.Average(run => run.Other));
    var deviation = Math.Sqrt(runs.Sum(run => (run.Other - other) * (run.Other - other)) / Math.Max(1, redraws - 1));
    _ = runs.All(run => run.Kiln < run.Other) ? wins++ : runs.All(run => run.Kiln > run.Other) ? losses++ : even++;
    Console.WriteLine($"{name,-16} {shape.Task.ToString().Replace("Classification", ""),-10} {all.Length,6} {kiln,10:G5} {other,10:G5} {1 - kiln / other,7:P1} {deviation,9:G3} "
        + $"{runs.Average(run => run.Rounds),7:F0} {runs.Average(run => run.Seconds),7:F1} {runs.Average(run => run.OtherSeconds),6:F1}");
}

(double Kiln, double Other, int Rounds, double Seconds, double OtherSeconds) Run(string name, ModelRows rows, ModelDefinition definition, int[] all, int draw)
{
    int[] shuffled = [.. all];
    new Random(1000 + draw).Shuffle(shuffled);
    var (heldOut, training) = (shuffled[..(shuffled.Length / 5)], shuffled[(shuffled.Length / 5)..]);
    var start = Stopwatch.GetTimestamp();
    var model = DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1);
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var (train, test) = (Path.Combine(scratch, "train.csv"), Path.Combine(scratch, "test.csv"));
    Write(train, rows.Examples, training);
    Write(test, rows.Examples, heldOut);
    var other = Python(train, test, rows.Examples.Shape.Task == TaskKind.Regression ? "regression" : "classes");
    return (Loss(model.Model, rows.Examples, heldOut), other[0], model.Chosen?.Rounds ?? 0, seconds, other[1]);
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

static double[] Python(string train, string test, string kind)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference.py", train, test, kind]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["OMP_NUM_THREADS"] = "1" } })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}
