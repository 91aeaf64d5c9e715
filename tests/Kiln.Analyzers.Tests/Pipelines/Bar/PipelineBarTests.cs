using System.Reflection;
using System.Runtime.Loader;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.ML;

namespace Kiln.Analyzers.Tests.Pipelines.Bar;

/// <summary>
/// The bar: made-up pipelines, whole and broken, are analysed and run. What the analyzer says must be what <c>Fit</c> does, and it must
/// never flag one that runs.
/// </summary>
public sealed class PipelineBarTests(ITestOutputHelper output)
{
    const int Count = 400;

    [Fact]
    public async Task Says_what_Fit_does()
    {
        var sources = Enumerable.Range(0, Count).ToDictionary(static seed => $"P{seed}", Source);
        var project = new TestProject { UsesMachineLearning = true }.Source(PipelineWriter.Rows + string.Concat(sources.Values), "/project/Pipelines.cs");
        var text = project.Sources[0].Text;
        var flagged = (await project.Diagnostics())
            .Where(static finding => finding.Id is "KILN2001" or "KILN2002" or "KILN2011")
            .GroupBy(finding => ClassAt(text, finding.AdditionalLocations.Append(finding.Location).First().SourceSpan.Start))
            .ToDictionary(static finding => finding.Key, static finding => finding.Select(static one => one.GetMessage()).ToList());
        Assert.All(flagged, static finding => Assert.Single(finding.Value));

        var refused = Run(project, sources.Keys);
        var alarms = sources.Keys.Where(name => flagged.ContainsKey(name) && !refused.ContainsKey(name)).ToList();
        var missed = sources.Keys.Where(name => !flagged.ContainsKey(name) && refused.ContainsKey(name)).ToList();
        foreach (var name in alarms)
            output.WriteLine($"false alarm: {flagged[name][0]}\n{sources[name]}");
        foreach (var name in missed)
            output.WriteLine($"missed: {refused[name]}\n{sources[name]}");
        output.WriteLine($"{Count} pipelines, {refused.Count} refused by Fit, {flagged.Count} flagged, {alarms.Count} false alarms, {missed.Count} missed");
        Assert.Empty(alarms);
        Assert.InRange(refused.Count, Count / 4, Count * 3 / 4);
        Assert.True(missed.Count <= Count * 2 / 100, $"{missed.Count} of {Count} missed");
    }

    static string Source(int seed)
    {
        var steps = new PipelineGenerator(seed).Generate();
        if (steps.Count == 0)
            steps.Add(new("ml.Transforms.NormalizeMinMax({0})", ["Rooms"]));
        if (seed % 5 > 1)
            steps = new Breakage(seed).Apply(steps);
        return PipelineWriter.Write($"P{seed}", steps, seed % 10 == 9 ? 4 : seed % 4);
    }

    /// <summary>What Fit threw, by pipeline.</summary>
    static Dictionary<string, string> Run(TestProject project, IEnumerable<string> names)
    {
        using var bytes = new MemoryStream();
        var compilation = project.Compile();
        var options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default);
        var compiled = compilation.WithOptions(options).Emit(bytes);
        Assert.True(compiled.Success, string.Join("\n", compiled.Diagnostics.Where(static problem => problem.Severity == DiagnosticSeverity.Error).Take(5)));
        bytes.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(bytes);
        var refused = new Dictionary<string, string>();
        foreach (var name in names)
            try
            {
                assembly.GetType(name)!.GetMethod("Run")!.Invoke(null, [new MLContext(seed: 1)]);
            }
            catch (TargetInvocationException error)
            {
                refused.Add(name, error.GetBaseException().Message.Split('\n')[0]);
            }
        return refused;
    }

    static string ClassAt(string text, int position)
    {
        const string Start = "public static class ";
        var start = text.LastIndexOf(Start, position, StringComparison.Ordinal) + Start.Length;
        return text[start..text.IndexOfAny(['\r', '\n'], start)];
    }
}
