using Kiln.Host.Data;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Isolation;

/// <summary>An input that rows can be split by: a number at any value between the least and the largest, a category by whether it is one of its values.</summary>
/// <param name="Feature">Where it stands among the features; of a category its first value, which the others follow.</param>
/// <param name="Numbers">In every row; null for a category.</param>
/// <param name="Category">The column; null for a number.</param>
sealed record IsolationColumn(int Feature, float[]? Numbers, TextColumn? Category)
{
    /// <summary>All inputs but free text.</summary>
    public static IsolationColumn[] List(ExampleSet examples)
    {
        var columns = new List<IsolationColumn>();
        var feature = 0;
        foreach (var (i, input) in examples.Inputs.Index())
        {
            if (input.IsFreeText)
                continue;
            columns.Add(new(feature, examples.Numbers[i], examples.Texts[i]));
            feature += input.IsCategory ? input.Column.Values.Count : 1;
        }
        return [.. columns];
    }

    /// <summary>In how many ways the rows can be split by it: none where they are alike, each value of a category that there is, and one of a number.</summary>
    public int Ways(int[] rows)
    {
        if (Numbers is not null)
            return Range(rows, Numbers) is var (least, largest) && least < largest ? 1 : 0;
        var codes = Codes(rows, Category!);
        return codes.Length < 2 ? 0 : codes.Count(code => code >= 0);
    }

    /// <summary>A split by chance that has some of the rows on each side, where there is one.</summary>
    public IsolationNode Split(int[] rows, Random random) => Numbers is not null ? SplitNumbers(rows, Numbers, random) : SplitCategory(rows, Category!, random);

    /// <summary>What a row has for a split of this column.</summary>
    public float Value(IsolationNode split, int row) => Numbers is not null ? Numbers[row] : Category!.Codes[row] == split.Feature - Feature ? 1 : 0;

    IsolationNode SplitNumbers(int[] rows, float[] numbers, Random random)
    {
        var (least, largest) = Range(rows, numbers);
        var threshold = Math.Clamp((float)(least + random.NextDouble() * ((double)largest - least)), least, MathF.BitDecrement(largest));
        var (left, known) = (0, 0);
        foreach (var row in rows)
            (left, known) = (left + (numbers[row] <= threshold ? 1 : 0), known + (float.IsNaN(numbers[row]) ? 0 : 1));
        // A row without the value goes where one with it would: to be missing is neither usual nor unusual.
        return new(Feature, threshold, MissingGoesLeft: random.Next(known) < left);
    }

    /// <summary>Rows without a value have none of the values, and stay with the others.</summary>
    IsolationNode SplitCategory(int[] rows, TextColumn category, Random random)
    {
        int[] values = [.. Codes(rows, category).Where(code => code >= 0)];
        return new(Feature + values[random.Next(values.Length)], 0.5f);
    }

    static (float Least, float Largest) Range(int[] rows, float[] numbers)
    {
        var (least, largest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var row in rows)
            if (float.IsFinite(numbers[row]))
                (least, largest) = (Math.Min(least, numbers[row]), Math.Max(largest, numbers[row]));
        return (least, largest);
    }

    static int[] Codes(int[] rows, TextColumn category) => [.. rows.Select(row => category.Codes[row]).Distinct().Order()];
}
