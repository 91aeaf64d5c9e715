using Microsoft.ML;

namespace Kiln.Host.Tests.Boosters;

/// <summary>Generated rows of one nature each, the same for the same seed: what has been read wrongly, or easily is.</summary>
static class RefereeData
{
    public static readonly string[] Inputs = ["A", "B", "C", "D", "Kind"];
    public static readonly string[] Kinds = ["red", "green", "blue", "Grün", "色", "black", "white"];
    public static readonly string[] Natures =
    [
        "plain", "a twentieth missing", "half missing", "nearly all missing", "missing decides", "constant", "large", "whole above 2^24",
        "whole above 2^24, half missing", "negative below -2^24, half missing", "neighbours", "zero-heavy", "tiny", "infinite", "mixed",
    ];

    public static RefereeRow[] Rows(string nature, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Row(nature, random))];
    }

    public static IDataView View(MLContext ml, string nature, int count, int seed) => ml.Data.LoadFromEnumerable(Rows(nature, count, seed));

    static RefereeRow Row(string nature, Random random)
    {
        float[] numbers = [.. Enumerable.Range(0, 4).Select(_ => Number(nature, random))];
        var row = new RefereeRow { A = numbers[0], B = numbers[1], C = numbers[2], D = numbers[3], Kind = random.Next(9) is var kind && kind < Kinds.Length ? Kinds[kind] : "" };
        // Odd places after the point of the first number, whether the second is missing, and the category.
        var signal = Signal(numbers[0]) + 0.5 * Signal(numbers[2]) + (float.IsNaN(numbers[1]) ? 1 : 0) + (row.Kind is "red" or "色" ? 0.6 : 0);
        signal += random.NextDouble() * 0.4;
        row.Yes = signal > 1.2;
        row.Amount = (float)(130_000 * signal + 900);
        row.Class = signal < 0.8 ? "low" : signal < 1.5 ? "middle" : "high";
        return row;
    }

    /// <summary>Between 0 and 1, and with a jump between neighbours wherever they lie.</summary>
    static double Signal(float number) => float.IsFinite(number) ? Math.Abs(BitConverter.SingleToInt32Bits(number) * 2654435761L >> 3) % 7 / 7.0 : 0.9;

    static float Number(string nature, Random random) => nature switch
    {
        "plain" => (float)random.NextDouble() * 100,
        "a twentieth missing" => random.Next(20) == 0 ? float.NaN : random.Next(50) / 8f,
        "half missing" => random.Next(2) == 0 ? float.NaN : random.Next(50) / 8f,
        "nearly all missing" => random.Next(20) != 0 ? float.NaN : random.Next(5),
        "missing decides" => random.Next(4) == 0 ? float.NaN : random.Next(3),
        "constant" => 3,
        "large" => (float)(random.NextDouble() - 0.5) * 2e9f,
        "whole above 2^24" => 16_777_216 + 2 * random.Next(40),
        "whole above 2^24, half missing" => random.Next(2) == 0 ? float.NaN : 16_777_216 + 2 * random.Next(40),
        "negative below -2^24, half missing" => random.Next(2) == 0 ? float.NaN : -1_073_741_824 + 64 * random.Next(40),
        "neighbours" => Enumerable.Range(0, random.Next(20)).Aggregate(0.1f, (number, _) => MathF.BitIncrement(number)),
        "zero-heavy" => random.Next(4) != 0 ? 0 : random.Next(-5, 6),
        "tiny" => random.Next(-6, 7) * 4e-36f,
        "infinite" => random.Next(8) switch { 0 => float.PositiveInfinity, 1 => float.NegativeInfinity, 2 => float.MaxValue, _ => random.Next(20) },
        "mixed" => Number(Natures[random.Next(Natures.Length - 1)], random),
        _ => throw new ArgumentException(nature),
    };
}
