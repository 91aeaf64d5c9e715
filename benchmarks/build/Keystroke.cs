// What a keystroke costs in an editor: one body is edited in a project of 100 files, 10 of which the model's pipeline reaches; then the
// generator runs again, and the edited file's semantic diagnostics are asked for, of the compiler alone and with Kiln's analyzers, by turns, in
// one run. Once the edit is in a file that the pipeline does not reach, once in one that it does.
// Start it from the repository's root: dotnet run -c Release benchmarks/build/Keystroke.cs
#:package Microsoft.CodeAnalysis.CSharp
#:package Microsoft.ML
#:project ../../src/Kiln/Kiln.csproj
#:project ../../src/Kiln.Generators/Kiln.Generators.csproj
#:project ../../src/Kiln.Analyzers/Kiln.Analyzers.csproj
#:property PublishAot=false
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Kiln.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

const int WarmUps = 60;
const int Keystrokes = 200;
const int Files = 100;
const int Reached = 10;

var parse = new CSharpParseOptions(LanguageVersion.Latest);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
    .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
ImmutableArray<DiagnosticAnalyzer> analyzers = [.. Assembly.Load("Kiln.Analyzers").GetTypes()
    .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
Console.WriteLine($"{Files + 1} files, {analyzers.Length} analyzers, {Environment.ProcessorCount} cores, {Keystrokes} keystrokes on each side by turns");

Measure("a file that the pipeline does not reach", Files - 1);
Measure("a file that the pipeline reaches", 3);

void Measure(string what, int file)
{
    var compilation = CSharpCompilation.Create(
        "App", Enumerable.Range(0, Files).Select(i => Parse(Source(i, 0), i)).Append(Parse(Model(), Files)), references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    GeneratorDriver driver = CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: parse);
    driver = driver.RunGenerators(compilation);
    var (generating, analyzing, plain, all) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
    for (var keystroke = 1; keystroke <= WarmUps + Keystrokes; keystroke++)
    {
        // Each side gets a compilation that nobody has asked anything yet.
        var (one, other) = (Edit(2 * keystroke), Edit(2 * keystroke + 1));
        var alone = Time(() => Diagnose(one, []));
        Compilation complete = other;
        var generated = Time(() => driver = driver.RunGeneratorsAndUpdateCompilation(other, out complete, out _));
        var analyzed = Time(() => Diagnose(complete, analyzers));
        if (keystroke <= WarmUps)
            continue;
        plain.Add(alone);
        generating.Add(generated);
        analyzing.Add(analyzed);
        all.Add(generated + analyzed - alone);
    }
    Console.WriteLine($"{what}, median (95th percentile)");
    Console.WriteLine($"  compiler alone           {Quantile(plain, 0.5),6:F2} ({Quantile(plain, 0.95):F2}) ms");
    Console.WriteLine($"  compiler and analyzers   {Quantile(analyzing, 0.5),6:F2} ({Quantile(analyzing, 0.95):F2}) ms");
    Console.WriteLine($"  generator                {Quantile(generating, 0.5),6:F2} ({Quantile(generating, 0.95):F2}) ms");
    Console.WriteLine($"  Kiln's part              {Quantile(all, 0.5),6:F2} ({Quantile(all, 0.95):F2}) ms");

    CSharpCompilation Edit(int version) => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Parse(Source(file, version), file));

    void Diagnose(Compilation edited, ImmutableArray<DiagnosticAnalyzer> with)
    {
        var model = edited.GetSemanticModel(edited.SyntaxTrees.First(tree => tree.FilePath == $"/project/File{file}.cs"));
        model.GetDiagnostics();
        if (with.Length > 0)
            edited.WithAnalyzers(with).GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult();
    }
}

SyntaxTree Parse(string source, int file) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), parse, $"/project/File{file}.cs");

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

// An ordinary class with a step of a pipeline in it, and a body that changes from version to version.
static string Source(int i, int version) => $$"""
    using System;
    using System.Collections.Generic;
    using System.Linq;
    using Microsoft.ML;
    namespace App;

    public static class Service{{i}}
    {
        const string Prefix = "column{{i}}";
        static readonly string[] Names = ["x", "y", Prefix];

        public static IEstimator<ITransformer> Step(MLContext ml, int number)
        {
            var chain = ml.Transforms.Concatenate(Prefix + "Features", Names.Select(name => $"{name}_{number:D2}").ToArray());
            return number > {{version}} ? chain.Append(ml.Transforms.NormalizeMinMax(Prefix + "Features")) : chain;
        }
    {{string.Concat(Enumerable.Range(0, 12).Select(j => $$"""

        public static Dictionary<string, int> Work{{j}}(IReadOnlyList<string> lines, int least)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = {{version}}; i < lines.Count; i++)
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

static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)(share * values.Count));
