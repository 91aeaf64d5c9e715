// How near rows are to the centres that are found for them: the default pipeline of ModelTask.Clustering against scikit-learn's KMeans of ten beginnings and ML.NET's
// KMeans with its defaults, in the same points of the same training rows, redrawn by chance, as many clusters as a set has classes. All inertias are scikit-learn's and
// numpy's to compute, and so are the metrics that Kiln's own are held against, on held-out rows.
// Takes a folder of CSV files that each have a column "target" of classes (benchmarks/quality/export-data.R makes such a folder), and python3 with scikit-learn.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Clusters.cs <folder> <redraws> [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

const int MostClasses = 40;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var redraws = int.Parse(args[1]);
var scratch = Directory.CreateTempSubdirectory("kiln-clusters-").FullName;
try
{
    Console.WriteLine("| set | rows | coordinates | clusters | inertia, next to scikit-learn's | at worst | ML.NET's | AverageDistance off by | DaviesBouldinIndex | scikit-learn's | of training rows | NormalizedMutualInformation | off by | training | of scikit-learn's |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
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
    if (contract.Find("target") is not { } target || target.LabelValues().Count is < 2 or > MostClasses)
        return;
    var table = TableLoader.Load(dataset, contract, null, _ => { });
    var definition = Definition(name, target.LabelValues().Count, 1);
    if (ShapeResolver.Resolve(definition, contract, out _) is not { } shape || shape.Inputs.All(input => input.IsFreeText))
        return;
    var rows = new ModelRows(table, shape, null);
    var runs = Enumerable.Range(0, redraws).Select(draw => Run(rows, name, draw)).ToArray();
    double[] ratios = [.. runs.Select(run => run.Kiln / run.Reference)];
    Console.WriteLine($"| {name} | {rows.Table.Rows:N0} | {runs[0].Coordinates:N0} | {shape.Classes.Count} | {ratios.Average():0.0000} (± {Deviation(ratios) / Math.Sqrt(redraws):0.0000}) | {ratios.Max():0.000} | "
        + $"{runs.Average(run => run.MlNet / run.Reference):0.000} | {runs.Max(run => Math.Abs(run.Average / run.ReferenceAverage - 1)):0.0E+0} | {runs.Average(run => run.Index):0.000} | {runs.Average(run => run.ReferenceIndex):0.000} | {runs.Average(run => run.TrainedIndex):0.000} | "
        + $"{runs.Average(run => run.Information):0.000} | {runs.Max(run => Math.Abs(run.Information - run.ReferenceInformation)):0.0E+0} | {1000 * runs.Average(run => run.Seconds):0} ms | {runs.Average(run => run.Seconds) / runs.Average(run => run.ReferenceSeconds):0.00} |");
}

Figures Run(ModelRows rows, string name, int draw)
{
    int[] shuffled = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
    new Random(6000 + draw).Shuffle(shuffled);
    var (heldOut, training) = (shuffled[..(shuffled.Length / 5)], shuffled[(shuffled.Length / 5)..]);
    var clusters = rows.Examples.Shape.Classes.Count;
    var start = Stopwatch.GetTimestamp();
    var model = DefaultPipeline.Fit(new MLContext(1), Definition(name, clusters, draw), rows, training, threads: 2).Model;
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var (trained, measured) = (model.Transform(new ExampleView(rows.Examples, training)), model.Transform(new ExampleView(rows.Examples, heldOut)));
    float[][] points = [.. trained.GetColumn<float[]>(ExampleView.Features)];
    var said = new Predictions(TaskKind.Clustering, [.. heldOut.Select(row => rows.Examples.Label[row])], [.. measured.GetColumn<float[]>("Score")]);
    var metrics = Metrics.Create(said).Measure();
    Write("training", points.SelectMany(point => point));
    Write("heldOut", measured.GetColumn<float[]>(ExampleView.Features).SelectMany(point => point));
    Write("kiln", new Predictions(TaskKind.Clustering, [], [.. trained.GetColumn<float[]>("Score")]).Clusters);
    Write("mlnet", MlNet(trained, clusters, draw));
    Write("heldOutKiln", said.Clusters);
    Write("classes", said.Label.Select(label => (int)label));
    var reference = Python(points[0].Length, clusters, draw);
    return new(points[0].Length, reference[1], reference[0], reference[2], metrics[0], reference[4], metrics[1], reference[5], reference[6], metrics[2], reference[7], seconds, reference[3]);
}

static ModelDefinition Definition(string name, int clusters, int seed) => new()
{
    Name = "M", Type = "M", Dataset = name, Label = "target", Task = TaskKind.Clustering, Clusters = clusters, Seed = seed, Location = new("M.cs", 1, 1),
};

static int[] MlNet(IDataView data, int clusters, int draw)
{
    var ml = new MLContext(draw);
    var features = ml.Transforms.CopyColumns("Points", ExampleView.Features).Append(ml.Transforms.SelectColumns("Points")).Fit(data).Transform(data);
    var model = ml.Clustering.Trainers.KMeans("Points", numberOfClusters: clusters).Fit(features);
    return [.. model.Transform(features).GetColumn<uint>("PredictedLabel").Select(label => (int)label - 1)];
}

void Write<T>(string name, IEnumerable<T> values) where T : unmanaged => File.WriteAllBytes(Path.Combine(scratch, name), MemoryMarshal.AsBytes<T>(values.ToArray()).ToArray());

// Debian's packages are of Debian's own interpreter.
double[] Python(int width, int clusters, int draw)
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference-clusters.py", scratch, $"{width}", $"{clusters}", $"{draw}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. output.Split(' ').Select(double.Parse)] : throw new InvalidOperationException(errors.Result);
}

static double Deviation(double[] values) => Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / Math.Max(1, values.Length - 1));

/// <summary>Of each side what it found and measured, and the seconds of training.</summary>
readonly record struct Figures(
    int Coordinates, double Kiln, double Reference, double MlNet, double Average, double ReferenceAverage, double Index, double ReferenceIndex, double TrainedIndex, double Information, double ReferenceInformation,
    double Seconds, double ReferenceSeconds);
