// How good the models of free text are that need no code: the default pipeline against scikit-learn's TF-IDF and logistic regression with their
// defaults, on the same training and held-out rows, redrawn by chance. One thread on both sides.
// Takes a folder of CSV files that each have a column "target" of classes (benchmarks/quality/export-data.R makes one), and python3 with scikit-learn.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/TextQuality.cs <folder> <redraws>
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
var scratch = Directory.CreateTempSubdirectory("kiln-text-").FullName;
try
{
    Console.WriteLine("| set | classes | rows | accuracy | scikit-learn | better of | log-loss | scikit-learn | Kiln's time | scikit-learn's |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal))
        Compare(file, int.Parse(args[1]));
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

void Compare(string file, int redraws)
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
    string Mean(Func<(Side Kiln, Side Other), double> value, string format) => runs.Average(value).ToString(format);
    Console.WriteLine($"| {name} | {shape.Classes.Count} | {all.Length:N0} | {Mean(run => run.Kiln.Accuracy, "0.0 %")} | {Mean(run => run.Other.Accuracy, "0.0 %")} | "
        + $"{runs.Count(run => run.Kiln.Accuracy >= run.Other.Accuracy)} of {redraws} | {Mean(run => run.Kiln.Loss, "0.000")} | {Mean(run => run.Other.Loss, "0.000")} | "
        + $"{Mean(run => run.Kiln.Seconds, "0.0")} s | {Mean(run => run.Other.Seconds, "0.0")} s |");
}

(Side Kiln, Side Other) Run(ModelRows rows, ModelDefinition definition, int[] all, int draw)
{
    int[] shuffled = [.. all];
    new Random(7000 + draw).Shuffle(shuffled);
    var (heldOut, training) = (shuffled[..(shuffled.Length / 5)], shuffled[(shuffled.Length / 5)..]);
    var start = Stopwatch.GetTimestamp();
    var model = DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1).Model;
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var probabilities = Probabilities(model.Transform(new ExampleView(rows.Examples, heldOut)), rows.Examples.Shape.Task).ToList();
    var labels = heldOut.Select(row => (int)rows.Examples.Label[row]).ToList();
    var (train, test) = (Path.Combine(scratch, "train.csv"), Path.Combine(scratch, "test.csv"));
    Write(train, rows, training);
    Write(test, rows, heldOut);
    var other = Python(train, test);
    return (new(labels.Zip(probabilities, (label, p) => p[label] >= p.Max() ? 1.0 : 0).Average(), labels.Zip(probabilities, (label, p) => -Math.Log(Math.Max(p[label], 1e-15))).Average(), seconds),
        new(other[0], other[1], other[2]));
}

static IEnumerable<float[]> Probabilities(IDataView predicted, TaskKind task) => task == TaskKind.BinaryClassification
    ? predicted.GetColumn<float>("Probability").Select(p => new[] { 1 - p, p })
    : predicted.GetColumn<float[]>("Score");

void Write(string file, ModelRows rows, int[] some)
{
    var examples = rows.Examples;
    var text = new StringBuilder().AppendJoin(',', examples.Inputs.Select((_, i) => "input" + i)).Append(",target\n");
    foreach (var row in some)
    {
        for (var i = 0; i < examples.Inputs.Count; i++)
            text.Append(Quoted(examples.Numbers[i] is { } numbers ? numbers[row].ToString("R") : examples.Texts[i]!.Codes[row] is >= 0 and var code ? examples.Texts[i]!.Texts[code] : "")).Append(',');
        text.Append((int)examples.Label[row]).Append('\n');
    }
    File.WriteAllText(file, text.ToString());
}

string Quoted(string value) => "\"" + value.Replace("\"", "\"\"") + "\"";

// Debian's packages are of Debian's own interpreter.
static double[] Python(string train, string test)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference-text.py", train, test]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["OMP_NUM_THREADS"] = "1" } })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}

/// <summary>What one side made of the rows.</summary>
readonly record struct Side(double Accuracy, double Loss, double Seconds);
