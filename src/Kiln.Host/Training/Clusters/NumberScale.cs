using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Clusters;

/// <summary>
/// How a number becomes one that counts in distances as much as others: in standard deviations from its mean, which stands for missing ones. A boolean counts as
/// much as a category of two values does, and the parts of a date together as one number.
/// </summary>
/// <param name="Offset">What is subtracted.</param>
/// <param name="Scale">What the rest is multiplied by; 0 where there is nothing to tell rows apart.</param>
readonly record struct NumberScale(float Offset, float Scale)
{
    /// <summary>Farther out counts as this, so that no square overflows: of a million rows none is farther from their mean.</summary>
    public const float Limit = 1_000;

    /// <summary>For each input that is a number, in order.</summary>
    /// <param name="training">The rows that are known.</param>
    public static NumberScale[] List(ExampleSet examples, int[] training)
    {
        var scales = new List<(Column Column, NumberScale Scale)>();
        foreach (var (i, input) in examples.Inputs.Index())
            if (examples.Numbers[i] is { } numbers)
                scales.Add((input.Column, Of(input, numbers, training)));
        return [.. scales.Select(pair => pair.Scale with { Scale = (float)(pair.Scale.Scale / Math.Sqrt(Math.Max(1, scales.Count(other => other.Column == pair.Column && other.Scale.Scale > 0)))) })];
    }

    public float Apply(float value) => (value - Offset) * Scale is var scaled && float.IsNaN(scaled) ? 0 : Math.Clamp(scaled, -Limit, Limit);

    static NumberScale Of(ModelInput input, float[] numbers, int[] rows)
    {
        var (count, sum, least, largest) = (0, 0.0, float.PositiveInfinity, float.NegativeInfinity);
        foreach (var row in rows)
            if (float.IsFinite(numbers[row]))
                (count, sum, least, largest) = (count + 1, sum + numbers[row], Math.Min(least, numbers[row]), Math.Max(largest, numbers[row]));
        if (!(least < largest))
            return default;
        double mean = sum / count, squares = 0;
        foreach (var row in rows)
            if (float.IsFinite(numbers[row]))
                squares += (numbers[row] - mean) * (numbers[row] - mean);
        var scale = (float)(input.Column.Type == ColumnType.Boolean ? Math.Sqrt(2) : 1 / Math.Sqrt(squares / count));
        return float.IsFinite(scale) ? new((float)mean, scale) : default;
    }
}
