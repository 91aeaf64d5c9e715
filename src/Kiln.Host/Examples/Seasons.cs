using Kiln.Contracts.Models;

namespace Kiln.Host.Examples;

/// <summary>
/// Which inputs say something of later rows. A part of the time that divides the rows does once it has come round: of a month the days are only
/// another name for when, and trees that split by them say of every later row what was so at the end.
/// </summary>
static class Seasons
{
    /// <summary>What happened once at a time of the year is not a season.</summary>
    const int Rounds = 2;

    /// <param name="rows">To learn from, in their order, which is that of time where it divides them.</param>
    /// <returns>All where none would be left.</returns>
    public static IReadOnlyList<ModelInput> Known(ExampleSet examples, int[] rows)
    {
        if (examples.Shape.Split != SplitKind.Time)
            return examples.Inputs;
        var time = examples.Shape.SplitColumn!.Name;
        ModelInput[] known = [.. examples.Inputs.Where((input, i) => input.Part is null || input.Column.Name != time || CountRounds(examples.Numbers[i]!, rows) >= Rounds)];
        return known.Length > 0 ? known : examples.Inputs;
    }

    /// <summary>What reports say of the others that differ at all; null where there are none.</summary>
    public static string? Describe(ExampleSet examples, int[] rows) => Unknown(examples, rows).ToList() is { Count: > 0 } left
        ? $"left out because the training rows do not see it come round twice, so that it says nothing of later rows: {string.Join(", ", left)}" : null;

    static IEnumerable<string> Unknown(ExampleSet examples, int[] rows)
    {
        var known = Known(examples, rows);
        return examples.Inputs.Where((input, i) => !known.Contains(input) && rows.Select(row => examples.Numbers[i]![row]).Distinct().Skip(1).Any()).Select(input => input.Name);
    }

    /// <summary>How often it began anew.</summary>
    static int CountRounds(float[] part, int[] rows)
    {
        var (rounds, last) = (0, float.NegativeInfinity);
        foreach (var row in rows)
        {
            if (part[row] < last)
                rounds++;
            last = float.IsNaN(part[row]) ? last : part[row];
        }
        return rounds;
    }
}
