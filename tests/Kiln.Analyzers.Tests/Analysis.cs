using System.Collections.Immutable;
using Kiln.Contracts;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Tests;

/// <summary>What the analyzers say about a project after the generator ran, as in a build.</summary>
static class Analysis
{
    /// <summary>All there are.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ModelsAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// One line per finding: <c>id at the marked text: message</c>. That a model has no gate is left out: models of tests are short.
    /// </summary>
    public static async Task<string[]> Findings(this TestProject project)
    {
        var diagnostics = await project.Diagnostics();
        return [.. diagnostics.Where(diagnostic => diagnostic.Id != Ids.NoGate).Select(diagnostic => $"{diagnostic.Id} at {Marked(diagnostic.Location)}: {diagnostic.GetMessage()}")];
    }

    /// <summary>Those whose ids start so, where other families have their say about the same code.</summary>
    public static async Task<string[]> Findings(this TestProject project, string start) =>
        [.. (await project.Findings()).Where(finding => finding.StartsWith(start, StringComparison.Ordinal))];

    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(this TestProject project)
    {
        var compilation = project.Generate().Compilation;
        var options = new AnalyzerOptions([.. project.Contracts, .. project.Files], project.Options);
        var failures = new List<string>();
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            options, (error, _, _) => failures.Add(error.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    static string Marked(Location location)
    {
        var place = location.GetLineSpan();
        return location.SourceTree is { } tree
            ? tree.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan)
            : $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})";
    }
}
