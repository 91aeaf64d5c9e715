using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kiln.Validation;

namespace Kiln.Monitoring;

/// <summary>Finds the bin of a row in one column.</summary>
/// <param name="bins">How many there are; the last one is of rows without a value.</param>
abstract class Binning(int bins)
{
    protected int Missing => bins - 1;

    public abstract int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores);

    /// <param name="column">What is counted.</param>
    /// <param name="source">Its place among the numbers, the texts or the scores.</param>
    /// <param name="label">What tells which label the scores stand for.</param>
    public static Binning Of(CountedColumn column, int source, FindLabel label) => column.Kind switch
    {
        CountedKind.Number => new NumberBinning(column, source),
        CountedKind.Score or CountedKind.Probability => new ScoreBinning(column, source),
        CountedKind.Confidence => new ConfidenceBinning(column),
        CountedKind.Category => new CategoryBinning(column, source),
        CountedKind.Label => new LabelBinning(column, label),
        CountedKind.Length => new LengthBinning(column, source),
        _ => new PresenceBinning(column, source),
    };

    sealed class NumberBinning(CountedColumn column, int source) : Binning(column.Bins)
    {
        readonly Edges _edges = new(column.Edges);

        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) =>
            float.IsNaN(numbers[source]) ? Missing : _edges.Below(numbers[source]);
    }

    sealed class ScoreBinning(CountedColumn column, int source) : Binning(column.Bins)
    {
        readonly Edges _edges = new(column.Edges);

        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) =>
            float.IsNaN(scores[source]) ? Missing : _edges.Below(scores[source]);
    }

    sealed class ConfidenceBinning(CountedColumn column) : Binning(column.Bins)
    {
        readonly Edges _edges = new(column.Edges);

        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores)
        {
            var largest = scores[0];
            foreach (var score in scores)
                largest = Math.Max(largest, score);
            return float.IsNaN(largest) ? Missing : _edges.Below(largest);
        }
    }

    sealed class CategoryBinning(CountedColumn column, int source) : Binning(column.Bins)
    {
        readonly Dictionary<string, int> _bins = column.Values.Concat(column.Others).Select((value, place) => (value, bin: Math.Min(place, column.Values.Length)))
            .ToDictionary(pair => pair.value, pair => pair.bin, StringComparer.Ordinal);

        readonly int _unknown = column.Values.Length + (column.HasMore ? 0 : 1);

        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) =>
            Blanks.Trim(texts[source]) is { Length: > 0 } text ? _bins.TryGetValue(text, out var bin) ? bin : _unknown : Missing;
    }

    sealed class LengthBinning(CountedColumn column, int source) : Binning(column.Bins)
    {
        readonly Edges _edges = new(column.Edges);

        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) =>
            Blanks.Trim(texts[source]) is { Length: > 0 } text ? _edges.Below(text.Length) : Missing;
    }

    sealed class PresenceBinning(CountedColumn column, int source) : Binning(column.Bins)
    {
        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) =>
            Blanks.Trim(texts[source]).Length > 0 ? 0 : Missing;
    }

    sealed class LabelBinning(CountedColumn column, FindLabel label) : Binning(column.Bins)
    {
        public override int Find(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores) => label(scores);
    }

    /// <summary>The ends of bins: ten compares at once are sooner done than a search whose branches nobody can foretell.</summary>
    readonly struct Edges
    {
        readonly float[] _padded;

        public Edges(float[] edges)
        {
            var width = Vector256<float>.Count;
            _padded = new float[(edges.Length + width - 1) / width * width];
            Array.Fill(_padded, float.PositiveInfinity);
            edges.CopyTo(_padded, 0);
        }

        /// <summary>How many of them lie below the value.</summary>
        public int Below(float value)
        {
            var (count, wanted) = (0, Vector256.Create(value));
            foreach (var edges in MemoryMarshal.Cast<float, Vector256<float>>(_padded.AsSpan()))
                count += BitOperations.PopCount(Vector256.LessThan(edges, wanted).ExtractMostSignificantBits());
            return count;
        }
    }
}
