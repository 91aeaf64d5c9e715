using Kiln.Host.Examples;

namespace Kiln.Host.Leaks;

/// <summary>An input's values in few bins: a text's each by itself, numbers by quantiles of the training rows, missing ones in the first.</summary>
sealed class InputBins
{
    const int Most = 256;

    /// <summary>Fewer rows in a bin would make its mean a guess.</summary>
    const int FewestRows = 10;

    readonly float[]? _numbers;
    readonly int[]? _codes;

    /// <summary>The largest value of each bin but the last.</summary>
    readonly float[] _ends = [];

    InputBins(float[] numbers, float[] ends) => (_numbers, _ends, Count) = (numbers, ends, ends.Length + 2);

    InputBins(int[] codes, int texts) => (_codes, Count) = (codes, texts + 1);

    public int Count { get; }

    public static InputBins Create(ExampleSet examples, int input, int[] training) => examples.Numbers[input] is { } numbers
        ? new(numbers, Ends(numbers, training))
        : new(examples.Texts[input]!.Codes, examples.Texts[input]!.Texts.Count);

    public int Find(int row)
    {
        if (_codes is not null)
            return _codes[row] + 1;
        if (float.IsNaN(_numbers![row]))
            return 0;
        var end = Array.BinarySearch(_ends, _numbers[row]);
        return (end < 0 ? ~end : end) + 1;
    }

    static float[] Ends(float[] numbers, int[] training)
    {
        float[] sorted = [.. training.Select(row => numbers[row]).Where(number => !float.IsNaN(number))];
        Array.Sort(sorted);
        var bins = Math.Clamp(sorted.Length / FewestRows, 2, Most);
        // The largest value ends no bin: whatever lies above the last end is the last bin.
        return sorted.Length == 0 ? []
            : [.. Enumerable.Range(1, bins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / bins)]).Distinct().Where(end => end < sorted[^1])];
    }
}
