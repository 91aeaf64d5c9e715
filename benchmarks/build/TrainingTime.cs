// How long a build takes that trains: verifies 1,000,000 rows of 30 columns, trains 100 trees by the model's own pipeline, exports, holds the file against ML.NET
// and ONNX Runtime, and gates; against a program that reads the same file with ML.NET's TextLoader, trains the same trees, evaluates and saves them, with
// its own build. By turns, in one run. Start it from the repository's root: dotnet run benchmarks/build/TrainingTime.cs [rounds] [rows]
using System.Diagnostics;
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 3;
var rows = args.Length > 1 ? int.Parse(args[1]) : 1_000_000;
const int Numbers = 29;

var repository = Directory.GetCurrentDirectory();
var root = Directory.CreateTempSubdirectory("kiln-training-").FullName;
try
{
    var version = $"0.1.0-benchmark.{DateTime.UtcNow:yyyyMMddHHmmss}";
    foreach (var project in new[] { "Kiln", "Kiln.Package", "Kiln.Host" })
        Dotnet(repository, "pack", $"src/{project}", "-c", "Release", $"-p:Version={version}", "--artifacts-path", $"{root}/artifacts", "-o", $"{root}/feed");
    File.WriteAllText($"{root}/nuget.config", """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><add key="kiln" value="feed" /></packageSources>
        </configuration>
        """);
    WriteRows($"{root}/rows.csv");

    const string Trainer = """
        ml.Transforms.Concatenate("Features", [.. Enumerable.Range(0, 29).Select(i => "N" + i)])
                .Append(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
                {
                    LabelColumnName = "Label", NumberOfIterations = 100, NumberOfLeaves = 31, MinimumExampleCountPerLeaf = 20, LearningRate = 0.1,
                    Seed = 1, Deterministic = true, UseCategoricalSplit = false,
                }))
        """;
    const string Usings = """
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers.LightGbm;
        """;
    var ml = """<PackageReference Include="Microsoft.ML" Version="5.0.1" /><PackageReference Include="Microsoft.ML.LightGbm" Version="5.0.1" />""";
    var plain = Project("Plain", ml, $$"""
        {{Usings}}
        var ml = new MLContext(1);
        var columns = Enumerable.Range(0, 29).Select(i => new TextLoader.Column("N" + i, DataKind.Single, i)).Append(new TextLoader.Column("Label", DataKind.Boolean, 29)).ToArray();
        var data = ml.Data.LoadFromTextFile(args[0], new TextLoader.Options { Columns = columns, Separators = [','], HasHeader = true });
        var split = ml.Data.TrainTestSplit(data, 0.2, seed: 1);
        var pipeline = {{Trainer}};
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Label");
        System.Console.WriteLine(metrics.AreaUnderRocCurve);
        ml.Model.Save(model, data.Schema, "model.zip");
        """);
    var kiln = Project("Trained", $"""{ml}<PackageReference Include="Kiln" Version="{version}" /><Dataset Include="../rows.csv" />""", "System.Console.WriteLine(RowsModel.Load().Info.Metrics[Kiln.Metric.AreaUnderRocCurve]);");
    File.WriteAllText($"{kiln}/RowsModel.cs", $$"""
        {{Usings}}
        using Kiln;

        [Model("rows", Label = "Label", Version = "1.0.0")]
        [Gate(Metric.AreaUnderRocCurve, AtLeast = 0.6)]
        public sealed partial class RowsModel
        {
            static IEstimator<ITransformer> Pipeline(MLContext ml) => {{Trainer}};
        }
        """);
    var file = $"{root}/rows.csv";
    // The first build writes the contract and restores.
    Console.Error.WriteLine(Last(Dotnet(kiln, "build").Output));
    Dotnet(plain, "build");

    var times = Enumerable.Range(0, rounds).Select(round =>
    {
        double With() => Fresh(kiln, "kiln", "Debug") + Dotnet(kiln, "build", "--no-restore").Milliseconds;
        double Without() => Fresh(plain, "Debug") + Dotnet(plain, "build", "--no-restore").Milliseconds + Dotnet(plain, "bin/Debug/net10.0/Plain.dll", file).Milliseconds;
        var (with, without) = (0.0, 0.0);
        if (round % 2 == 0)
            (with, without) = (With(), Without());
        else
            (without, with) = (Without(), With());
        Console.Error.WriteLine($"{with:N0} {without:N0}");
        return (With: with, Without: without);
    }).ToList();
    Console.Error.WriteLine($"AUC: {Dotnet(kiln, "bin/Debug/net10.0/Trained.dll").Output.Trim()} and {Dotnet(plain, "bin/Debug/net10.0/Plain.dll", file).Output.Trim()}");
    Console.WriteLine($"{rows:N0} rows, {Environment.ProcessorCount} cores, {rounds} rounds, medians: a build with Kiln {Median(times.Select(t => t.With)):N0} ms, ML.NET's program with its build "
        + $"{Median(times.Select(t => t.Without)):N0} ms, {Median(times.Select(t => t.Without / t.With)):0.00} times as fast");
}
finally
{
    Directory.Delete(root, recursive: true);
}

void WriteRows(string path)
{
    var random = new Random(7);
    using var writer = new StreamWriter(path);
    writer.WriteLine(string.Join(',', Enumerable.Range(0, Numbers).Select(i => "N" + i)) + ",Label");
    var values = new float[Numbers];
    for (var row = 0; row < rows; row++)
    {
        for (var i = 0; i < Numbers; i++)
            writer.Write($"{values[i] = random.NextSingle() * 100:R},");
        var signal = Math.Sin(values[0] / 10) + values[1] * values[2] / 5000 - values[3] / 100 + (values[4] > 60 ? 0.5 : 0);
        writer.WriteLine(signal + random.NextDouble() * 2 - 1 > 0.5 ? "true" : "false");
    }
}

string Project(string name, string items, string program)
{
    var directory = Directory.CreateDirectory($"{root}/{name}").FullName;
    File.WriteAllText($"{directory}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """);
    File.WriteAllText($"{directory}/Program.cs", program);
    return directory;
}

// Neither what was compiled nor what was trained is there any more.
static double Fresh(string project, params string[] obj)
{
    foreach (var directory in obj.Select(name => $"{project}/obj/{name}").Append($"{project}/bin").Where(Directory.Exists))
        Directory.Delete(directory, recursive: true);
    foreach (var file in Directory.EnumerateFiles(project, "*.lock.json"))
        File.Delete(file);
    return 0;
}

static (double Milliseconds, string Output) Dotnet(string directory, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        start.Environment.Remove(name);
    var clock = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? (clock.Elapsed.TotalMilliseconds, output) : throw new InvalidOperationException(output);
}

static string Last(string output) => output.TrimEnd().Split('\n')[^1];

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
