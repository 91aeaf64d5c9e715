using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Clusters;

/// <summary>Rows as points: first the numbers, in their scales, then for each category a coordinate a value, which is 1 where the row has it and else 0.</summary>
sealed class ClusterPoints
{
    readonly float[] _numbers;
    readonly int[] _places;
    readonly int _width;
    readonly int _categories;

    ClusterPoints(float[] numbers, int[] places, int width, int categories, int coordinates, int count) =>
        (_numbers, _places, _width, _categories, Coordinates, Count) = (numbers, places, width, categories, coordinates, count);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How many coordinates a point has.</summary>
    public int Coordinates { get; }

    /// <param name="scales">Of the numbers, in their order.</param>
    public static ClusterPoints From(ExampleSet examples, int[] rows, NumberScale[] scales)
    {
        float[][] numbers = [.. examples.Numbers.OfType<float[]>()];
        var points = new float[rows.Length * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            for (var r = 0; r < rows.Length; r++)
                points[r * numbers.Length + i] = scales[i].Apply(numbers[i][rows[r]]);
        int[] categories = [.. Enumerable.Range(0, examples.Inputs.Count).Where(i => examples.Inputs[i].IsCategory)];
        var (places, first) = (new int[rows.Length * categories.Length], numbers.Length);
        for (var i = 0; i < categories.Length; i++)
        {
            var codes = examples.Texts[categories[i]]!.Codes;
            for (var r = 0; r < rows.Length; r++)
                places[r * categories.Length + i] = codes[rows[r]] is >= 0 and var code ? first + code : -1;
            first += examples.Inputs[categories[i]].Column.Values.Count;
        }
        return new(points, places, numbers.Length, categories.Length, first, rows.Length);
    }

    /// <summary>Some of the rows.</summary>
    public ClusterPoints Take(int[] rows) => new(
        [.. rows.SelectMany(row => _numbers[(row * _width)..((row + 1) * _width)])], [.. rows.SelectMany(row => _places[(row * _categories)..((row + 1) * _categories)])],
        _width, _categories, Coordinates, rows.Length);

    /// <summary>The squared distance of a row from a centre. Added up in one order, whatever the processor's vectors are: the same bits everywhere.</summary>
    public double Distance(int row, Centre centre)
    {
        var numbers = _numbers.AsSpan(row * _width, _width);
        ReadOnlySpan<double> centred = centre.Coordinates;
        var (low, high, i) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        for (; i + Vector256<float>.Count <= numbers.Length; i += Vector256<float>.Count)
        {
            var (first, second) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(numbers), (nuint)i));
            first -= Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(centred), (nuint)i);
            second -= Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(centred), (nuint)(i + Vector256<double>.Count));
            low += first * first;
            high += second * second;
        }
        var sums = low + high;
        var sum = centre.OfValues + (sums[0] + sums[1]) + (sums[2] + sums[3]);
        for (; i < numbers.Length; i++)
            sum += (numbers[i] - centred[i]) * (numbers[i] - centred[i]);
        foreach (var place in _places.AsSpan(row * _categories, _categories))
            if (place >= 0)
                sum += 1 - 2 * centred[place];
        // Of a row at its centre the parts of categories cancel out but for rounding.
        return Math.Max(sum, 0);
    }

    public void AddTo(Span<double> sum, int row)
    {
        var numbers = _numbers.AsSpan(row * _width, _width);
        for (var i = 0; i < numbers.Length; i++)
            sum[i] += numbers[i];
        foreach (var place in _places.AsSpan(row * _categories, _categories))
            if (place >= 0)
                sum[place]++;
    }

    /// <summary>The point of a row.</summary>
    public Centre At(int row)
    {
        var coordinates = new double[Coordinates];
        AddTo(coordinates, row);
        return Centre(coordinates);
    }

    public Centre Centre(double[] coordinates) => new(coordinates, coordinates.Skip(_width).Sum(value => value * value));
}
