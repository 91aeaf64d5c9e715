using System.Globalization;
using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>
/// The rules, held against programs that were written to judge them: what people really write, half of it right. The bars say how good the rules must be,
/// the list of known mismatches what exactly they get wrong, so that no finding comes or goes unnoticed.
/// </summary>
/// <remarks>To write the list anew, run this class with KILN_WRITE_MISMATCHES=1, and read the difference.</remarks>
public sealed class CorpusTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<Snippet> All = [.. Snippet.In("Correct"), .. Snippet.In("Faulty")];

    /// <summary>Every program is analysed once, whatever asks.</summary>
    static readonly Lazy<Task<ILookup<string, Label>>> Found = new(FindAll);

    public static TheoryData<string> Names => [.. All.Select(snippet => snippet.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_program_compiles(string name)
    {
        var compilation = Snippet.Named(name).Project().Generate().Compilation;
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Every_program_says_where_it_comes_from() =>
        Assert.Empty(All.Where(snippet => !Origin.All.Any(origin => origin.Name == snippet.Origin)).Select(snippet => snippet.Name));

    [Fact]
    public void Correct_programs_are_owed_nothing_and_faulty_ones_something()
    {
        Assert.All(All.Where(snippet => snippet.IsCorrect).SelectMany(snippet => snippet.Labels), label => Assert.True(label.Optional, label.ToString()));
        Assert.All(All.Where(snippet => !snippet.IsCorrect), snippet => Assert.Contains(snippet.Labels, label => !label.Optional));
    }

    [Theory]
    [MemberData(nameof(Origin.Names), MemberType = typeof(Origin))]
    public async Task The_rules_are_precise_and_find_most(string origin)
    {
        var programs = All.Where(snippet => snippet.Origin == origin).ToList();
        var least = Origin.All.Single(one => one.Name == origin).Least;
        Assert.True(programs.Count(one => one.IsCorrect) >= least && programs.Count(one => !one.IsCorrect) >= least, $"{origin}: fewer than {least} programs of a kind");
        var score = await Score(programs);
        foreach (var line in score.Report())
            output.WriteLine(line);
        Console.WriteLine(FormattableString.Invariant(
            $"{origin}: {programs.Count(one => one.IsCorrect)} correct and {programs.Count(one => !one.IsCorrect)} faulty programs, precision {score.Precision:P1}, recall {score.Recall:P1}"));
        var summary = string.Join('\n', score.Mismatches);
        Assert.True(score.Precision >= 0.97, $"precision {score.Precision.ToString("P1", CultureInfo.InvariantCulture)}\n{summary}");
        Assert.True(score.Recall >= 0.85, $"recall {score.Recall.ToString("P1", CultureInfo.InvariantCulture)}\n{summary}");
    }

    [Fact]
    public async Task What_they_get_wrong_is_known()
    {
        const string Head = "# What the rules get wrong of the corpus: faults they miss, and findings nobody owes. CorpusTests says how to write this file.";
        var path = Path.Combine(Repository.Root, "tests", "Kiln.Analyzers.Tests", "Corpus", "Mismatches.txt");
        string[] known = [Head, .. (await Score(All)).Mismatches.Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("KILN_WRITE_MISMATCHES") == "1")
            File.WriteAllLines(path, known);
        Assert.Equal(File.ReadAllLines(path), known);
    }

    static async Task<Score> Score(IReadOnlyList<Snippet> programs)
    {
        var found = await Found.Value;
        return new([.. programs.SelectMany(snippet => snippet.Labels)], [.. programs.SelectMany(snippet => found[snippet.Name])]);
    }

    static async Task<ILookup<string, Label>> FindAll()
    {
        var found = new List<(string Program, Label Label)>();
        foreach (var snippet in All)
            foreach (var diagnostic in await snippet.Project().Diagnostics())
                found.Add((snippet.Name, Place(snippet, diagnostic)));
        return found.ToLookup(static one => one.Program, static one => one.Label);
    }

    /// <summary>What has no place is expected at the line after the origin.</summary>
    static Label Place(Snippet snippet, Diagnostic diagnostic) => diagnostic.Location.GetLineSpan() switch
    {
        { Path: null or "" } => new(snippet.Name, 2, diagnostic.Id),
        { Path: var path, StartLinePosition.Line: var line } => new(path == Snippet.Path ? snippet.Name : $"{snippet.Name}: {path}", line + 1, diagnostic.Id),
    };
}
