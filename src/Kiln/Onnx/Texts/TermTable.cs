namespace Kiln.Onnx.Texts;

/// <summary>The number of each term, found by the characters of a token without making a string of them.</summary>
sealed class TermTable
{
    readonly string[] _terms;
    readonly long[] _numbers;
    readonly int[] _next;

    /// <summary>The first term of each bucket, counted from 1; 0 where there is none.</summary>
    readonly int[] _buckets;

    /// <param name="terms">The terms; of two that are equal the first counts.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="unknown">The number of every other text.</param>
    public TermTable(string[] terms, long[] numbers, long unknown)
    {
        (_terms, _numbers, Unknown) = (terms, numbers, unknown);
        (_next, _buckets) = (new int[terms.Length], new int[terms.Length * 2 + 1]);
        for (var i = terms.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref Bucket(terms[i]);
            (_next[i], bucket) = (bucket, i + 1);
        }
    }

    public long Unknown { get; }

    public long Find(ReadOnlySpan<char> term)
    {
        for (var place = Bucket(term); place > 0; place = _next[place - 1])
            if (term.SequenceEqual(_terms[place - 1]))
                return _numbers[place - 1];
        return Unknown;
    }

    ref int Bucket(ReadOnlySpan<char> term) => ref _buckets[(uint)string.GetHashCode(term) % (uint)_buckets.Length];
}
