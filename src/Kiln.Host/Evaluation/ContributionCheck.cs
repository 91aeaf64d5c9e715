using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;

namespace Kiln.Host.Evaluation;

/// <summary>Holds contributions against the scores that they divide, on held-out rows, and says which columns contribute most.</summary>
static class ContributionCheck
{
    /// <summary>Relative to the sum of the absolute leaves or products of a score, or to 1 where that is less.</summary>
    const double Tolerance = 1e-6;

    const int MostNamed = 10;

    /// <summary>Scores of rows that are divided, less than a second: of more rows as many, evenly spaced. Ten times as many took as long as the training.</summary>
    const int MostDivisions = 20_000;

    /// <returns>What the report says: the mean absolute contributions, or why there are none.</returns>
    /// <exception cref="ExportException">The base value and the contributions are not the score of a row.</exception>
    public static string Run(ModelShape shape, byte[] onnx, ExampleSet examples, int[] heldOut)
    {
        var model = OnnxModel.Read(onnx);
        if (ScoreDivision.Create(shape, model, out var why) is not { } attribution)
            return $"{Ids.NotExplained}: the model cannot say why it predicts what it does, and Explain throws: {why}";
        var graph = new GraphScores(model);
        var inputs = Enumerable.Range(0, examples.Inputs.Count).ToLookup(i => examples.Inputs[i].IsText);
        var (players, scores) = (attribution.Players.Count, attribution.Scores);
        var rows = Spaced(heldOut, Math.Max(1, MostDivisions / scores));
        // By row and not by thread: sums that depend on who adds what first are not the same twice.
        var (sizes, wrong) = (new double[rows.Length][], new string?[rows.Length]);
        Parallel.For(0, rows.Length, r =>
        {
            var row = rows[r];
            float[] numbers = [.. inputs[false].Select(i => examples.Numbers[i]![row])];
            string[] texts = [.. inputs[true].Select(i => examples.Texts[i]!.IsMissing(row) ? "" : examples.Texts[i]!.Texts[examples.Texts[i]!.Codes[row]])];
            var expected = graph.Of(
                inputs[false].Zip(numbers).ToDictionary(pair => examples.Inputs[pair.First].Name, pair => pair.Second),
                inputs[true].Zip(texts).ToDictionary(pair => examples.Inputs[pair.First].Name, pair => pair.Second));
            var (shares, size) = (new double[players], sizes[r] = new double[players]);
            for (var score = 0; score < scores; score++)
            {
                var sum = attribution.Divide(numbers, texts, score, shares);
                if (!(Math.Abs(sum - expected[score].Score) <= Tolerance * Math.Max(1, expected[score].Magnitude)))
                    wrong[r] = $"the base value and the contributions of held-out row {Array.IndexOf(heldOut, row) + 1} add up to {sum:R}, and its score is {expected[score].Score:R}";
                for (var i = 0; i < players; i++)
                    size[i] += Math.Abs(shares[i]) / scores;
            }
        });
        if (Array.Find(wrong, message => message is not null) is { } difference)
            throw new ExportException(difference + "; this is a bug in Kiln: report it with this message");
        var means = attribution.Players.Select((player, i) => (Player: player, Mean: sizes.Average(size => size[i])))
            .Where(pair => pair.Mean > 0).OrderByDescending(pair => pair.Mean).ToList();
        var named = means.Take(MostNamed).Select(pair => $"{pair.Player} {pair.Mean.ToString("G3", CultureInfo.InvariantCulture)}");
        var all = Counted.Format(heldOut.Length, "held-out row");
        var which = rows.Length == heldOut.Length ? all : FormattableString.Invariant($"{rows.Length:N0} of {all}");
        return $"mean absolute contribution to the score, of {which}: {string.Join(", ", named)}{(means.Count > MostNamed ? $", and {means.Count - MostNamed} more" : "")}";
    }

    static int[] Spaced(int[] rows, int most) =>
        rows.Length <= most ? rows : [.. Enumerable.Range(0, most).Select(i => rows[(int)((long)i * rows.Length / most)])];
}
