using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>The rules, held against programs that were written to judge them: what people really write, half of it right, labelled by the catalogue.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<Snippet> Correct = Snippet.In("Correct");
    static readonly IReadOnlyList<Snippet> Faulty = Snippet.In("Faulty");

    /// <summary>
    /// Written and labelled without a look at the rules or at the first set. At first contact: precision 87.2 %, recall 83.7 %.
    /// Since then four labels were moved to another line and four rules mended.
    /// </summary>
    static readonly IReadOnlyList<Snippet> SecondCorrect = Snippet.In("SecondCorrect");
    static readonly IReadOnlyList<Snippet> SecondFaulty = Snippet.In("SecondFaulty");

    /// <summary>
    /// Written and labelled as the second, after the rules had been mended by that. At first contact: precision 97.0 %, recall 84.2 %.
    /// Since then one label was moved to another line and one taken away, and six rules mended.
    /// </summary>
    static readonly IReadOnlyList<Snippet> ThirdCorrect = Snippet.In("ThirdCorrect");
    static readonly IReadOnlyList<Snippet> ThirdFaulty = Snippet.In("ThirdFaulty");

    static IEnumerable<Snippet> All => [.. Correct, .. Faulty, .. SecondCorrect, .. SecondFaulty, .. ThirdCorrect, .. ThirdFaulty];

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
    public void Half_of_the_programs_are_right()
    {
        Halves(Correct, Faulty, 65);
        Halves(SecondCorrect, SecondFaulty, 22);
        Halves(ThirdCorrect, ThirdFaulty, 30);
    }

    static void Halves(IReadOnlyList<Snippet> correct, IReadOnlyList<Snippet> faulty, int least)
    {
        Assert.True(correct.Count >= least && faulty.Count >= least, $"{correct.Count} correct and {faulty.Count} faulty programs");
        Assert.All(correct.SelectMany(snippet => snippet.Labels), label => Assert.True(label.Optional, label.ToString()));
        Assert.All(faulty, snippet => Assert.Contains(snippet.Labels, label => !label.Optional));
    }

    [Fact]
    public Task The_rules_are_precise_and_find_most() => Holds("corpus", Correct, Faulty);

    [Fact]
    public Task So_they_are_of_programs_that_were_labelled_blind() => Holds("second corpus", SecondCorrect, SecondFaulty);

    [Fact]
    public Task And_of_those_that_came_last() => Holds("third corpus", ThirdCorrect, ThirdFaulty);

    async Task Holds(string name, IReadOnlyList<Snippet> correct, IReadOnlyList<Snippet> faulty)
    {
        var owed = new List<Label>();
        var found = new List<Label>();
        foreach (var snippet in correct.Concat(faulty))
        {
            owed.AddRange(snippet.Labels);
            found.AddRange(await Findings(snippet));
        }
        var score = new Score(owed, found);
        foreach (var line in score.Report())
            output.WriteLine(line);
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {correct.Count} correct and {faulty.Count} faulty programs, precision {score.Precision:P1}, recall {score.Recall:P1}"));
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
