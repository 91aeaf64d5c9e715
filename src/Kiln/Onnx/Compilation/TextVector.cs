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
        // What is counted is only read where it has been marked, so that nothing need be cleared but the marks.
        var (counts, marks) = (ArrayPool<int>.Shared.Rent(Count), ArrayPool<ulong>.Shared.Rent((Count + 63) / 64));
        var marked = marks.AsSpan(0, (Count + 63) / 64);
        marked.Clear();
        CountNgrams(text, counts, marked);
        Add(counts, marked, weights, sums);
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<ulong>.Shared.Return(marks);
    }

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
                counts[ngram] = (mark >> ngram & 1) == 0 ? 1 : counts[ngram] + 1;
                mark |= 1UL << ngram;
            }
        }
    }

    void Add(int[] counts, ReadOnlySpan<ulong> marked, ReadOnlySpan<float> weights, Span<double> sums)
    {
        var length = Length(counts, marked);
        if (double.IsNaN(length))
            sums.Fill(double.NaN);
        var factors = counter.Weights;
        for (var i = 0; i < marked.Length; i++)
        {
            for (var marks = marked[i]; marks != 0; marks &= marks - 1)
            {
                var ngram = i * 64 + BitOperations.TrailingZeroCount(marks);
                var weighted = counts[ngram] * factors[ngram];
                // Without a length nothing is divided by it.
                var value = weighted == 0 ? 0 : (float)(weighted / length);
                if (value == 0)
                    continue;
                for (var sum = 0; sum < sums.Length; sum++)
                    sums[sum] += (double)weights[ngram * sums.Length + sum] * value;
            }
        }
    }

    double Length(int[] counts, ReadOnlySpan<ulong> marked)
    {
        if (normalizer is null)
            return 1;
        var factors = counter.Weights;
        var sum = 0.0;
        for (var i = 0; i < marked.Length; i++)
        {
            for (var marks = marked[i]; marks != 0; marks &= marks - 1)
            {
                var ngram = i * 64 + BitOperations.TrailingZeroCount(marks);
                sum += normalizer.Share(counts[ngram] * factors[ngram]);
            }
        }
        return normalizer.Length(sum);
    }
}
