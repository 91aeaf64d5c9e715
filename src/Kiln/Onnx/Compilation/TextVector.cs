using System.Buffers;
using System.Numerics;
using Kiln.Onnx.Operators;
using Kiln.Onnx.Texts;

namespace Kiln.Onnx.Compilation;

/// <summary>The n-grams of a text as a linear model takes them: counted, weighted and divided by their length. Only those that occur are touched.</summary>
/// <param name="counter">Counts them.</param>
/// <param name="normalizer">Divides them; null where nothing does.</param>
sealed class TextVector(TfIdfVectorizer counter, Normalizer? normalizer)
{
    /// <summary>How many n-grams there are.</summary>
    public int Count => counter.Result.Length;

    /// <summary>Where the text lies in a row of the graph as it is written.</summary>
    public Place Text => new(SlotKind.Text, counter.Tokens.Text.Offset);

    /// <summary>The vector that an element of a graph is the first one of; null where it is of none.</summary>
    public static TextVector? Find(BoundGraph graph, Place element)
    {
        if (element.Kind != SlotKind.Number || graph.Value(element) is not (_, 0, var step and >= 0))
            return null;
        return graph.Steps[step].Operator switch
        {
            TfIdfVectorizer counter => new(counter, null),
            Normalizer { DividesByLength: true } normalizer => graph.Value(new(SlotKind.Number, normalizer.Input.Offset)) is (_, 0, var before and >= 0)
                && graph.Steps[before].Operator is TfIdfVectorizer counter ? new(counter, normalizer) : null,
            _ => null,
        };
    }

    /// <summary>Adds what the n-grams of a text are multiplied by.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weights">Of each n-gram its weight in each sum.</param>
    /// <param name="sums">The sums.</param>
    public void Add(string text, ReadOnlySpan<float> weights, Span<double> sums)
    {
        var (counts, marks, values) = (ArrayPool<int>.Shared.Rent(Count), ArrayPool<ulong>.Shared.Rent((Count + 63) / 64), ArrayPool<float>.Shared.Rent(Count));
        var marked = marks.AsSpan(0, (Count + 63) / 64);
        marked.Clear();
        CountNgrams(text, counts, marked);
        var found = Weigh(counts, marked, values);
        Add(counts.AsSpan(0, found), values.AsSpan(0, found), weights, sums);
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<ulong>.Shared.Return(marks);
        ArrayPool<float>.Shared.Return(values);
    }

    /// <summary>Counts are only there where they are marked, so that nothing need be cleared but the marks.</summary>
    void CountNgrams(string text, int[] counts, Span<ulong> marked)
    {
        var tokens = new TokenReader(text, counter.Tokens.IsWords);
        var (numbers, ngrams, node) = (counter.Tokens.Numbers!, counter.Ngrams, NgramTree.Root);
        while (tokens.TryRead(out var token))
        {
            node = ngrams.Next(node, numbers.Find(token));
            foreach (var ngram in ngrams.Ended(node))
            {
                ref var mark = ref marked[ngram >> 6];
                // Without a branch: whether an n-gram was there before is what no processor foresees.
                counts[ngram] = (counts[ngram] & -(int)(mark >> ngram & 1)) + 1;
                mark |= 1UL << ngram;
            }
        }
    }

    /// <summary>The n-grams that are there, in the place of their counts, and their weighted counts.</summary>
    /// <returns>How many they are.</returns>
    int Weigh(int[] counts, ReadOnlySpan<ulong> marked, float[] values)
    {
        var factors = counter.Weights;
        var found = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            for (var marks = marked[i]; marks != 0; marks &= marks - 1)
            {
                var ngram = i * 64 + BitOperations.TrailingZeroCount(marks);
                values[found] = counts[ngram] * factors[ngram];
                // None of those that come before it is asked for any more.
                counts[found++] = ngram;
            }
        }
        return found;
    }

    void Add(ReadOnlySpan<int> ngrams, ReadOnlySpan<float> values, ReadOnlySpan<float> weights, Span<double> sums)
    {
        var length = normalizer is null ? 1 : normalizer.Length(values);
        if (double.IsNaN(length))
            sums.Fill(double.NaN);
        for (var i = 0; i < ngrams.Length; i++)
        {
            // Without a length nothing is divided by it.
            var value = values[i] == 0 ? 0 : (float)(values[i] / length);
            if (value == 0)
                continue;
            var first = ngrams[i] * sums.Length;
            for (var sum = 0; sum < sums.Length; sum++)
                sums[sum] += (double)weights[first + sum] * value;
        }
    }
}
