using System.Numerics;
using System.Runtime.InteropServices;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// Which of the known texts a text is, or how many there are where it is none of them. Hashed by its length and its ends, which is enough for
/// most sets of categories; where it is not, by all of it.
/// </summary>
sealed class TextCodes
{
    /// <summary>More texts than that in one bucket, and all of each text is hashed.</summary>
    const int LongestChain = 4;

    /// <summary>Up to so many texts there are many more buckets than texts, so that hardly two share one.</summary>
    const int Few = 1 << 10;

    readonly string[] _texts;
    readonly int[] _next;

    /// <summary>The first text of each bucket, counted from 1; 0 where there is none. As many as a power of two.</summary>
    readonly int[] _buckets;
    readonly bool _hashesAll;

    public TextCodes(string[] texts)
    {
        _texts = texts;
        _next = new int[texts.Length];
        _buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)texts.Length * (texts.Length <= Few ? 16u : 2u) + 1)];
        if (Fill() <= LongestChain)
            return;
        _hashesAll = true;
        _buckets.AsSpan().Clear();
        Fill();
    }

    public int Find(string text)
    {
        for (var place = Bucket(text); place > 0; place = _next[place - 1])
            if (text.AsSpan().SequenceEqual(_texts[place - 1]))
                return place - 1;
        return _texts.Length;
    }

    /// <returns>How many texts the fullest bucket has.</returns>
    int Fill()
    {
        var (counts, longest) = (new int[_buckets.Length], 0);
        for (var i = 0; i < _texts.Length; i++)
        {
            ref var bucket = ref Bucket(_texts[i]);
            (_next[i], bucket) = (bucket, i + 1);
            longest = Math.Max(longest, ++counts[Index(_texts[i])]);
        }
        return longest;
    }

    ref int Bucket(string text) => ref _buckets[Index(text)];

    int Index(string text) => (_hashesAll ? string.GetHashCode(text.AsSpan()) : HashEnds(text)) & _buckets.Length - 1;

    static int HashEnds(ReadOnlySpan<char> text)
    {
        if (text.Length < 4)
        {
            var hash = (uint)text.Length;
            foreach (var letter in text)
                hash = (hash ^ letter) * 0x9E3779B1;
            return (int)(hash >> 8);
        }
        var (start, end) = (MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)), MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[^4..])));
        var mixed = (start ^ (ulong)text.Length) * 0x9E3779B97F4A7C15 ^ end * 0xC2B2AE3D27D4EB4F;
        return (int)(mixed >> 33 ^ mixed >> 47);
    }
}
