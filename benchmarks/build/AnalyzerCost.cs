// What analyzers and generator cost the compiler: a project of 100 files, a tenth and then a third of which train and use a model with ML.NET,
// compiled with the package and without it, by turns, in one run; beside it the compiler's own account (-p:ReportAnalyzer=true). Once by the compiler's server, as builds are by
// default, and once by a new process each, in which everything that runs must first be compiled itself.
// Start it from the repository's root: dotnet run benchmarks/build/AnalyzerCost.cs
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

const int Rounds = 8;
const int WarmUps = 12; // The server's runtime compiles what it runs often a second time, after 30 calls of a method.
const int Files = 100;

var repository = Directory.GetCurrentDirectory();
var root = Directory.CreateTempSubdirectory("kiln-analyzers-").FullName;
try
{
    var version = $"0.1.0-benchmark.{DateTime.UtcNow:yyyyMMddHHmmss}";
    foreach (var package in new[] { "Kiln", "Kiln.Package", "Kiln.Host" })
        Dotnet(repository, "pack", $"src/{package}", "-c", "Release", $"-p:Version={version}",
            "--artifacts-path", $"{root}/artifacts", "-o", $"{root}/feed");
    File.WriteAllText($"{root}/nuget.config", """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><add key="kiln" value="feed" /></packageSources>
        </configuration>
        """);

    var project = Directory.CreateDirectory($"{root}/App").FullName;
    File.WriteAllText($"{project}/App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><KilnTrain>never</KilnTrain>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.ML" Version="5.0.1" />
            <PackageReference Include="Microsoft.ML.LightGbm" Version="5.0.1" />
            <PackageReference Include="LightGBM" Version="4.7.0" />
            <PackageReference Include="System.Numerics.Tensors" Version="9.0.19" />
            <PackageReference Include="Kiln" Version="{version}" />
            <Dataset Include="penguins.csv" />
          </ItemGroup>
          <!-- The other side: the same compiler call without Kiln's analyzers and generator. -->
          <Target Name="WithoutKiln" BeforeTargets="CoreCompile" Condition="'$(WithoutKiln)' == 'true'">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="$([System.String]::Copy('%(Filename)').StartsWith('Kiln.'))" />
            </ItemGroup>
          </Target>
        </Project>
        """);
    foreach (var file in new[] { "data/penguins.csv", "data/penguins.schema.json", "PenguinModel.cs" })
        File.Copy($"samples/Penguins/{file}", $"{project}/{Path.GetFileName(file)}");
    File.WriteAllText($"{project}/Program.cs", "System.Console.WriteLine(1);");
    Dotnet(project, "restore");
    foreach (var every in new[] { 10, 3 })
    {
        for (var i = 2; i < Files; i++)
            File.WriteAllText($"{project}/File{i}.cs", i % every == 0 ? Sources.Training(i) : Sources.Ordinary(i));
        Measure(project, every, server: true);
        Measure(project, every, server: false);
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

static void Measure(string project, int every, bool server)
{
    var (with, without, shares, account) = (new List<double>(), new List<double>(), new List<double>(), "");
    for (var round = server ? -WarmUps : -1; round < Rounds; round++)
    {
        var (a, report) = Compile(project, server, withKiln: true);
        var (b, _) = Compile(project, server, withKiln: false);
        if (round < 0)
            continue;
        with.Add(a);
        without.Add(b);
        shares.Add(100 * Kilns(report) / a);
        account = report;
    }
    Console.WriteLine($"{(server ? "the compiler's server" : "a new process each")}, {Files} files, one in {every} with ML.NET, {Environment.ProcessorCount} cores, {Rounds} rounds by turns, median");
    Console.WriteLine($"  without Kiln                   {Median(without),7:F0} ms");
    Console.WriteLine($"  with Kiln                      {Median(with),7:F0} ms");
    Console.WriteLine($"  ratio of pairs                 {Median(with.Zip(without, (a, b) => a / b)),7:F3}");
    Console.WriteLine($"  Kiln by the compiler's account {Median(shares),7:F2} % of the compiler's time");
    Console.WriteLine(account);
}

// The time of the Csc task in ms, and the lines of Kiln in what the compiler reports of analyzers and generators.
static (double Time, string Report) Compile(string project, bool server, bool withKiln)
{
    var output = Dotnet(project, "build", "--no-restore", "--no-incremental", "--no-dependencies", "-p:ReportAnalyzer=true", "-tl:off", "-v:detailed",
        "-clp:PerformanceSummary", $"-p:UseSharedCompilation={(server ? "true" : "false")}", $"-p:WithoutKiln={(withKiln ? "false" : "true")}");
    var time = Regex.Matches(output, @"^\s*(\d+) ms\s+Csc\s+\d+ calls", RegexOptions.Multiline)[^1].Groups[1].Value;
    var lines = output.Split('\n').Where(line => Regex.IsMatch(line, @"^\s*(<?\d+[.,]\d+)\s+<?\d+\s+.*Kiln\.")).Select(line => line.TrimEnd());
    return (double.Parse(time, CultureInfo.InvariantCulture), string.Join('\n', lines));
}

// Seconds of the two assemblies' rows, in ms; the rows below them are their parts.
static double Kilns(string report) => report.Split('\n')
    .Where(line => line.Contains("Version="))
    .Sum(line => 1000 * double.Parse(line.Trim().TrimStart('<').Split(' ')[0], CultureInfo.InvariantCulture));

static string Dotnet(string directory, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        start.Environment.Remove(name);
    start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}

static class Sources
{
    public static string Ordinary(int i) => $$"""
        namespace App.Orders{{i}};

        public sealed record Line(string Article, int Count, decimal Price)
        {
            public decimal Total => Count * Price;
        }

        public sealed class Order(int number, IReadOnlyList<Line> lines)
        {
            readonly Dictionary<string, decimal> _discounts = new() { ["none"] = 0m, ["staff"] = 0.{{i:D3}}m };

            public int Number { get; } = number;

            public IReadOnlyList<Line> Lines { get; } = lines;

            public decimal Total(string discount)
            {
                var sum = 0m;
                foreach (var line in Lines)
                {
                    if (line.Count <= 0)
                        continue;
                    sum += line.Total;
                }
                return _discounts.TryGetValue(discount, out var share) ? sum * (1 - share) : sum;
            }

            public IEnumerable<IGrouping<char, Line>> ByInitial() =>
                from line in Lines where line.Article.Length > 0 orderby line.Article group line by line.Article[0];
        }

        public sealed class Store
        {
            readonly Dictionary<int, Order> _orders = [];

            public event Action<Order>? Added;

            public async Task<Order?> FindAsync(int number, CancellationToken stop)
            {
                await Task.Delay(1, stop);
                return _orders.GetValueOrDefault(number);
            }

            public bool TryAdd(Order order)
            {
                if (!_orders.TryAdd(order.Number, order))
                    return false;
                Added?.Invoke(order);
                return true;
            }

            public string Report() => string.Join('\n', _orders.Values
                .Where(order => order.Lines.Count > {{i % 7}})
                .OrderByDescending(order => order.Total("none"))
                .Select((order, rank) => $"{rank + 1}. {order.Number}: {order.Total("staff"):F2}"));

            public int Classify(object value) => value switch
            {
                null => 0,
                int n when n > {{i}} => 1,
                string { Length: > 3 } text => text.Length,
                Order { Lines.Count: 0 } => 2,
                _ => 3,
            };
        }
        """;

    public static string Training(int i) => $$"""
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers.LightGbm;

        namespace App.Training{{i}};

        public sealed class Row
        {
            [LoadColumn(0)] public string Species { get; set; } = "";
            [LoadColumn(1)] public string Island { get; set; } = "";
            [LoadColumn(2)] public float BillLength { get; set; }
            [LoadColumn(3)] public float BillDepth { get; set; }
            [LoadColumn(4)] public float FlipperLength { get; set; }
            [LoadColumn(5)] public float BodyMass { get; set; }
            [LoadColumn(6)] public string Sex { get; set; } = "";
        }

        public sealed class Guess
        {
            [ColumnName("PredictedLabel")] public string Species { get; set; } = "";
            public float[] Score { get; set; } = [];
        }

        public static class Trainer
        {
            public static double Train(string path)
            {
                var ml = new MLContext(seed: {{i}});
                var data = ml.Data.LoadFromTextFile<Row>(path, hasHeader: true, separatorChar: ',');
                var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
                var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Species))
                    .Append(ml.Transforms.Categorical.OneHotEncoding("IslandHot", nameof(Row.Island)))
                    .Append(ml.Transforms.Categorical.OneHotEncoding("SexHot", nameof(Row.Sex)))
                    .Append(ml.Transforms.ReplaceMissingValues(nameof(Row.BillLength)))
                    .Append(ml.Transforms.Concatenate("Features", Numbers()))
                    .Append(ml.Transforms.NormalizeMinMax("Features"))
                    .Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { NumberOfLeaves = {{i % 5 + 4}}, Seed = 1 }))
                    .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
                var model = pipeline.Fit(split.TrainSet);
                var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
                Console.WriteLine($"{metrics.MicroAccuracy:P1} {metrics.LogLoss:F3}");
                ml.Model.Save(model, data.Schema, $"model-{metrics.MicroAccuracy:F3}.zip");
                return metrics.MicroAccuracy;
            }

            static string[] Numbers() =>
                ["IslandHot", "SexHot", nameof(Row.BillLength), nameof(Row.BillDepth), nameof(Row.FlipperLength), nameof(Row.BodyMass)];

            public static string Predict(string model, Row row)
            {
                var ml = new MLContext(seed: 1);
                var engine = ml.Model.CreatePredictionEngine<Row, Guess>(ml.Model.Load(model, out _));
                return engine.Predict(row).Species;
            }
        }
        """;
}
