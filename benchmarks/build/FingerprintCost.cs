// What a pipeline's fingerprint costs: the time to take it of a compilation that nobody has looked at yet, against the time of that
// compilation with generator and emit, by turns, in one run. A project of 100 files, 10 of which the pipeline reaches.
// Start it from the repository's root: dotnet run -c Release benchmarks/build/FingerprintCost.cs
#:package Microsoft.CodeAnalysis.CSharp
#:package Microsoft.ML
#:project ../../src/Kiln/Kiln.csproj
#:project ../../src/Kiln.Generators/Kiln.Generators.csproj
#:property PublishAot=false
using System.Diagnostics;
using Kiln.Generators;
using Kiln.Generators.Fingerprints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

const int Rounds = 10;
const int Files = 100;
const int Reached = 10;

var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
    .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
var sources = Enumerable.Range(0, Files).Select(Source).Append(Model()).ToArray();
var parse = new CSharpParseOptions(LanguageVersion.Latest);

var (taken, compiled, shares) = (new List<double>(), new List<double>(), new List<double>());
for (var round = 0; round <= Rounds; round++)
{
    var files = 0;
    var fresh = Compilation();
    var fingerprint = Time(() =>
    {
        var pipeline = fresh.GetTypeByMetadataName("App.PriceModel")!.GetMembers("Pipeline").OfType<IMethodSymbol>().Single();
        PipelineFingerprint.Compute(fresh, pipeline, out var reached, default);
        files = reached.Count;
    });
    var whole = Time(() =>
    {
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(Compilation(), out var complete, out _);
        using var image = new MemoryStream();
        var result = complete.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    });
    if (round == 0)
    {
        // Whoever comes first pays for starting the compiler, and that is the fingerprint.
        var lines = sources.Sum(source => source.Count(character => character == '\n') + 1);
        Console.WriteLine($"{sources.Length} files, {lines:N0} lines, {files} files reached");
        Console.WriteLine($"  first, all cold     {fingerprint,7:F1} of {whole,7:F0} ms   {fingerprint / whole:P1}");
        continue;
    }
    taken.Add(fingerprint);
    compiled.Add(whole);
    shares.Add(fingerprint / whole);
}
Console.WriteLine($"  median of {Rounds}        {Median(taken),7:F1} of {Median(compiled),7:F0} ms   {Median(shares):P1}");

CSharpCompilation Compilation() => CSharpCompilation.Create(
    "App",
    sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, $"/project/File{i}.cs", System.Text.Encoding.UTF8)),
    references,
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

static string Model() => $$"""
    using Kiln;
    using Microsoft.ML;
    namespace App;

    [Model("sales", Label = "Price", Version = "1.0.0")]
    public sealed partial class PriceModel
    {
        static IEstimator<ITransformer> Pipeline(MLContext ml)
        {
            IEstimator<ITransformer> chain = ml.Transforms.CopyColumns("Label", "Price");
    {{string.Concat(Enumerable.Range(0, Reached - 1).Select(i => $"        chain = chain.Append(Service{i}.Step(ml, {i}));\n"))}}
            return chain;
        }
    }
    """;

// An ordinary class with a step of a pipeline in it.
static string Source(int i) => $$"""
    using System;
    using System.Collections.Generic;
    using System.Linq;
    using Microsoft.ML;
    namespace App;

    public sealed class Options{{i}}
    {
        public double Rate { get; set; } = 0.1;
        public int Rounds { get; set; } = 100;
        public string[] Columns { get; set; } = ["a", "b"];
    }

    public static class Service{{i}}
    {
        const string Prefix = "column{{i}}";
        static readonly string[] Names = ["x", "y", Prefix];

        public static IEstimator<ITransformer> Step(MLContext ml, int number)
        {
            var options = new Options{{i}} { Rounds = 50 + number, Columns = Names.Select(name => Name(name, number)).ToArray() };
            var chain = ml.Transforms.Concatenate(Prefix + "Features", options.Columns);
            return options.Rate > Least(options) ? chain.Append(ml.Transforms.NormalizeMinMax(Prefix + "Features")) : chain;
        }

        static string Name(string name, int number) => $"{name}_{number:D2}";

        static double Least(Options{{i}} options)
        {
            var least = 1.0;
            foreach (var column in options.Columns)
                if (column.Length < 4)
                    least = Math.Min(least, column.Length / 10.0);
            return least;
        }
    {{string.Concat(Enumerable.Range(0, 12).Select(j => $$"""

        public static Dictionary<string, int> Work{{j}}(IReadOnlyList<string> lines, int least)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < lines.Count; i++)
            {
                var words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var word in words.Where(word => word.Length > {{j}} && !word.StartsWith('#')))
                {
                    counts.TryGetValue(word, out var count);
                    counts[word] = count + 1;
                }
            }
            return counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value)
                .ToDictionary(pair => $"{pair.Key}-{pair.Value}", pair => pair.Value switch { < 10 => 1, < 100 and > 50 => 2, var n => n });
        }
    """))}}
    }
    """;

static double Time(Action run)
{
    var start = Stopwatch.GetTimestamp();
    run();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
