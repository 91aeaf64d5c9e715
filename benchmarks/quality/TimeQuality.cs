// How good the models are whose held-out rows come after those they learn from, where the share of a class or the level of a number moves with
// time: the default pipeline against scikit-learn's HistGradientBoosting with its defaults, on the same rows, at four moments; each side learns
// from all rows before the moment and is measured on the next 15 %.
// Takes a folder of CSV files that have a column "time", by which their rows are in order, and a column "target", and python3 with scikit-learn.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/TimeQuality.cs <folder> [only these...]
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
double[] moments = [0.4, 0.55, 0.7, 0.85];
var scratch = Directory.CreateTempSubdirectory("kiln-quality-").FullName;
try
{
    Console.WriteLine("| set | task | rows | learned from | rounds | loss: Kiln | HGB | less than HGB | AUC: Kiln | HGB |");
    Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 2 || args[1..].Contains(Path.GetFileNameWithoutExtension(file))))
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
    var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = name, Label = "target", Time = "time", Split = SplitKind.Time, Location = new("M.cs", 1, 1) };
    var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException($"{name}: {problems[0].Message}");
    var rows = new ModelRows(table, shape, null);
    int[] all = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
    foreach (var moment in moments)
    {
        var (learned, until) = ((int)(moment * all.Length), (int)((moment + 0.15) * all.Length));
        var (training, judged) = (all[..learned], all[learned..until]);
        var model = DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1);
        var (train, test) = (Path.Combine(scratch, "train.csv"), Path.Combine(scratch, "test.csv"));
        Write(train, rows.Examples, training);
        Write(test, rows.Examples, judged);
        var (loss, auc) = Measure(model.Model, rows.Examples, judged);
        var other = Python(train, test, shape.Task);
        Console.WriteLine($"| {name} | {shape.Task.ToString().Replace("Classification", "").ToLowerInvariant()} | {all.Length:N0} | {training.Length:N0} | {model.Boosting!.Rounds} | {loss:G4} | {other[0]:G4} | {1 - loss / other[0]:+0.0 %;-0.0 %} | "
            + (double.IsNaN(auc) ? "| |" : $"{auc:0.000} | {other[1]:0.000} |"));
    }
}

// Log-loss of classes, or the root of the mean squared error; and of two classes the area under the ROC curve.
static (double Loss, double Auc) Measure(ITransformer model, ExampleSet examples, int[] rows)
{
    var predicted = model.Transform(new ExampleView(examples, rows));
    var labels = rows.Select(row => examples.Label[row]).ToArray();
    switch (examples.Shape.Task)
    {
        case TaskKind.BinaryClassification:
            var probabilities = predicted.GetColumn<float>("Probability").ToArray();
            return (probabilities.Zip(labels, (p, label) => -Math.Log(Math.Max(label > 0 ? p : 1 - p, 1e-15))).Average(),
                new MLContext(1).BinaryClassification.Evaluate(predicted, ExampleView.Label).AreaUnderRocCurve);
        case TaskKind.MulticlassClassification:
            return (predicted.GetColumn<float[]>("Score").Zip(labels, (p, label) => -Math.Log(Math.Max(p[(int)label], 1e-15))).Average(), double.NaN);
        default:
            return (Math.Sqrt(predicted.GetColumn<float>("Score").Zip(labels, (p, label) => ((double)p - label) * (p - label)).Average()), double.NaN);
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
static double[] Python(string train, string test, TaskKind task)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference-time.py", train, test, task == TaskKind.Regression ? "regression" : "classes"]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["OMP_NUM_THREADS"] = "1" } })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}
