using System.Numerics;

namespace Kiln.Onnx.Texts;

/// <summary>The number of each term, found by the characters of a token without making a string of them. Terms lie side by side, not each in a string of its own.</summary>
sealed class TermTable
{
    const int Letters = 0x180;

    readonly char[] _characters;
    readonly Term[] _terms;

    /// <summary>The first term of each bucket, counted from 1; 0 where there is none. As many as a power of two.</summary>
    readonly int[] _buckets;

    /// <summary>The numbers of terms that are a single letter of Latin script, which are asked for the most.</summary>
    readonly long[] _letters = [];

    readonly long _unknown;

    /// <param name="terms">The terms; of two that are equal the first counts.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="unknown">The number of every other text.</param>
    public TermTable(string[] terms, long[] numbers, long unknown)
    {
        _unknown = unknown;
        _characters = [.. terms.SelectMany(term => term)];
        _terms = new Term[terms.Length];
        _buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)terms.Length * 2 + 1)];
        var end = _characters.Length;
        for (var i = terms.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref Bucket(terms[i]);
            _terms[i] = new(numbers[i], end -= terms[i].Length, terms[i].Length, bucket);
            bucket = i + 1;
        }
        _letters = [.. Enumerable.Range(0, Letters).Select(letter => Find([(char)letter]))];
    }

    public long Find(ReadOnlySpan<char> term)
    {
        if (term.Length == 1 && term[0] < _letters.Length)
            return _letters[term[0]];
        for (var place = Bucket(term); place > 0;)
        {
            ref readonly var known = ref _terms[place - 1];
            if (term.Length == known.Length && term.SequenceEqual(_characters.AsSpan(known.Start, known.Length)))
                return known.Number;
            place = known.Next;
        }
        return _unknown;
    }

    ref int Bucket(ReadOnlySpan<char> term)
    {
        var hash = (uint)term.Length;
        foreach (var letter in term)
            hash = (hash ^ letter) * 0x9E3779B1;
        return ref _buckets[(hash ^ hash >> 15) & (uint)(_buckets.Length - 1)];
    }

    /// <param name="Number">Its number.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Length">How many characters it has.</param>
    /// <param name="Next">The next one of its bucket, counted from 1; 0 where there is none.</param>
    readonly record struct Term(long Number, int Start, int Length, int Next);
}
