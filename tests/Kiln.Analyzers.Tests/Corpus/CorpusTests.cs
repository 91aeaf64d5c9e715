using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>The rules, held against programs that were written to judge them: what people really write, half of it right, labelled by the catalogue.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<Snippet> Correct = Snippet.In("Correct");
    static readonly IReadOnlyList<Snippet> Faulty = Snippet.In("Faulty");

    public static TheoryData<string> Names => [.. Correct.Concat(Faulty).Select(snippet => snippet.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_program_compiles(string name)
    {
        var compilation = Snippet.Named(name).Project().Generate().Compilation;
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Half_of_the_programs_are_right()
    {
        Assert.True(Correct.Count >= 65 && Faulty.Count >= 65, $"{Correct.Count} correct and {Faulty.Count} faulty programs");
        Assert.All(Correct.SelectMany(snippet => snippet.Labels), label => Assert.True(label.Optional, label.ToString()));
        Assert.All(Faulty, snippet => Assert.Contains(snippet.Labels, label => !label.Optional));
    }

    [Fact]
    public async Task The_rules_are_precise_and_find_most()
    {
        var owed = new List<Label>();
        var found = new List<Label>();
        foreach (var snippet in Correct.Concat(Faulty))
        {
            owed.AddRange(snippet.Labels);
            found.AddRange(await Findings(snippet));
        }
        var score = new Score(owed, found);
        foreach (var line in score.Report())
            output.WriteLine(line);
        Console.WriteLine(FormattableString.Invariant(
            $"corpus: {Correct.Count} correct and {Faulty.Count} faulty programs, precision {score.Precision:P1}, recall {score.Recall:P1}"));
        var summary = string.Join('\n', score.Mismatches);
        Assert.True(score.Precision >= 0.97, $"precision {score.Precision.ToString("P1", CultureInfo.InvariantCulture)}\n{summary}");
        Assert.True(score.Recall >= 0.85, $"recall {score.Recall.ToString("P1", CultureInfo.InvariantCulture)}\n{summary}");
    }

    /// <summary>What has no place is expected at the first line.</summary>
    static async Task<IEnumerable<Label>> Findings(Snippet snippet) =>
        from diagnostic in await snippet.Project().Diagnostics()
        let place = diagnostic.Location.GetLineSpan()
        let file = place.Path is null or "" or Snippet.Path ? snippet.Name : $"{snippet.Name}: {place.Path}"
        select new Label(file, place.StartLinePosition.Line + 1, diagnostic.Id);
}
