// How well anomalies are found without a label: the default pipeline of ModelTask.AnomalyDetection against scikit-learn's IsolationForest and ML.NET's
// RandomizedPca with their defaults, on the same training and held-out rows, redrawn by chance. The rows of a set's rarest class, the first by name where
// several are, count as its anomalies, and only measure: the area under the ROC curve on held-out rows, computed by scikit-learn for all three.
// Takes a folder of CSV files that each have a column "target" of classes (benchmarks/quality/export-data.R makes such a folder), and python3 with scikit-learn.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Anomalies.cs <folder> <redraws> [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

const int MostClasses = 40;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var redraws = int.Parse(args[1]);
var scratch = Directory.CreateTempSubdirectory("kiln-anomalies-").FullName;
try
{
    Console.WriteLine("| set | anomalies | share | rows | Kiln | scikit-learn | difference | RandomizedPca | Kiln's training | of scikit-learn's |");
    Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 3 || args[2..].Contains(Path.GetFileNameWithoutExtension(file))))
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
    if (contract.Find("target") is not { } target || target.Type is not (ColumnType.Category or ColumnType.Boolean or ColumnType.Integer))
        return;
    var table = TableLoader.Load(dataset, contract, null, _ => { });
    var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = name, Task = TaskKind.AnomalyDetection, Ignore = ["target"], Location = new("M.cs", 1, 1) };
    var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException($"{name}: {problems[0].Message}");
    var rows = new ModelRows(table, shape, null);
    string[] classes = table["target"] is TextColumn texts
        ? [.. texts.Codes.Select(code => texts.Texts[code])]
        : [.. ((NumberColumn)table["target"]).Values.Select(value => target.Type == ColumnType.Integer ? value.ToString() : (value > 0 ? target.TrueText : target.FalseText)!)];
    var counts = classes.CountBy(value => value).OrderBy(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToList();
    if (counts.Count is < 2 or > MostClasses)
        return;
    var anomaly = Array.ConvertAll(classes, value => value == counts[0].Key);
    var runs = Enumerable.Range(0, redraws).Select(draw => Run(rows, definition, anomaly, draw)).ToArray();
    double[] differences = [.. runs.Select(run => run.Kiln - run.Reference)];
    Console.WriteLine($"| {name} | {counts[0].Key} | {(double)counts[0].Value / classes.Length:0.0 %} | {classes.Length:N0} | {runs.Average(run => run.Kiln):0.000} | {runs.Average(run => run.Reference):0.000} | "
        + $"{differences.Average():+0.000;-0.000;0.000} (± {Deviation(differences) / Math.Sqrt(redraws):0.000}) | {runs.Average(run => run.Pca):0.000} | {1000 * runs.Average(run => run.Seconds):0} ms | {runs.Average(run => run.Seconds) / runs.Average(run => run.ReferenceSeconds):0.00} |");
}

Areas Run(ModelRows rows, ModelDefinition definition, bool[] anomaly, int draw)
{
    int[] shuffled = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
    new Random(5000 + draw).Shuffle(shuffled);
    // A fifth of each, at least one: by chance alone some held-out rows of small sets would have no anomaly.
    int[] heldOut = [.. shuffled.GroupBy(row => anomaly[row]).SelectMany(side => side.Take(Math.Max(1, side.Count() / 5)))], training = [.. shuffled.Except(heldOut)];
    var start = Stopwatch.GetTimestamp();
    var model = DefaultPipeline.Fit(new MLContext(1), Seeded(definition, draw), rows, training, threads: 1).Model;
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var view = new ExampleView(rows.Examples, heldOut);
    float[] kiln = [.. model.Transform(view).GetColumn<float>("Score")];
    float[] pca = [.. Pca(rows.Examples, training, draw).Transform(view).GetColumn<float>("Score")];
    var (train, test) = (Path.Combine(scratch, "train.csv"), Path.Combine(scratch, "test.csv"));
    Write(train, rows.Examples, training, anomaly, new float[training.Length], new float[training.Length]);
    Write(test, rows.Examples, heldOut, anomaly, kiln, pca);
    var measured = Python(train, test, draw);
    return new(measured[0], measured[1], measured[2], seconds, measured[3]);
}

static ModelDefinition Seeded(ModelDefinition model, int seed) => new()
{
    Name = model.Name, Type = model.Type, Dataset = model.Dataset, Task = model.Task, Ignore = model.Ignore, Seed = seed, Location = model.Location,
};

// As its guide has it: numbers in one scale, none missing; a column for each value of a category.
static ITransformer Pca(ExampleSet examples, int[] training, int draw)
{
    var ml = new MLContext(1);
    IEstimator<ITransformer> steps = new EstimatorChain<ITransformer>();
    foreach (var input in examples.Inputs.Where(input => !input.IsFreeText))
        steps = input.IsCategory
            ? steps.Append(ml.Transforms.Categorical.OneHotEncoding("\u0002" + input.Name, input.Name))
            : steps.Append(ml.Transforms.ReplaceMissingValues("\u0002" + input.Name, input.Name, MissingValueReplacingEstimator.ReplacementMode.Mean));
    var names = examples.Inputs.Where(input => !input.IsFreeText).Select(input => "\u0002" + input.Name).ToArray();
    var features = steps.Append(ml.Transforms.Concatenate("Features", names)).Append(ml.Transforms.NormalizeMeanVariance("Features", fixZero: false)).Fit(new ExampleView(examples, training));
    var data = features.Transform(new ExampleView(examples, training));
    var width = ((VectorDataViewType)data.Schema["Features"].Type).Size;
    return features.Append(ml.AnomalyDetection.Trainers.RandomizedPca(rank: Math.Clamp(width / 2, 1, 20), seed: draw).Fit(data));
}

static void Write(string file, ExampleSet examples, int[] rows, bool[] anomaly, float[] kiln, float[] pca)
{
    var text = new StringBuilder().AppendJoin(',', examples.Inputs.Select((input, i) => (input.IsText ? "c" : "n") + i)).Append(",target,kiln,pca\n");
    foreach (var (place, row) in rows.Index())
    {
        for (var i = 0; i < examples.Inputs.Count; i++)
        {
            var value = examples.Numbers[i] is { } numbers ? numbers[row] : examples.Texts[i]!.Codes[row] is >= 0 and var code ? code : float.NaN;
            text.Append(float.IsNaN(value) ? "" : value.ToString("R")).Append(',');
        }
        text.Append(anomaly[row] ? 1 : 0).Append(',').Append(kiln[place].ToString("R")).Append(',').Append(pca[place].ToString("R")).Append('\n');
    }
    File.WriteAllText(file, text.ToString());
}

// Debian's packages are of Debian's own interpreter.
static double[] Python(string train, string test, int draw)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference-anomalies.py", train, test, $"{draw}"]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["OMP_NUM_THREADS"] = "1" } })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}

static double Deviation(double[] values) => Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / Math.Max(1, values.Length - 1));

/// <summary>Of each side the area under the ROC curve, and the seconds of training.</summary>
readonly record struct Areas(double Kiln, double Pca, double Reference, double Seconds, double ReferenceSeconds);
