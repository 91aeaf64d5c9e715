using Kiln.Onnx.Compilation;

namespace Kiln.Onnx.Explanations;

/// <summary>For each different question a bit for each code of its source. Trees ask the same again and again.</summary>
sealed class AnswerTable
{
    /// <summary>16 MB.</summary>
    const int MostWords = 1 << 22;

    readonly List<uint> _words = [];
    readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public uint[] Words => [.. _words];

    /// <summary>Where the words of a question begin.</summary>
    /// <param name="runs">At which codes another exit is taken than at the code before, and which.</param>
    /// <param name="source">Of whom it asks.</param>
    /// <param name="exit">The exit of the first side.</param>
    public int Add(IReadOnlyList<(int Code, int Exit)> runs, Source source, int exit)
    {
        var words = new uint[(source.Codes + 31) / 32];
        for (var i = 0; i < runs.Count; i++)
            if (runs[i].Exit == exit)
                for (var code = runs[i].Code; code < (i + 1 < runs.Count ? runs[i + 1].Code : source.Codes); code++)
                    words[code / 32] |= 1u << code % 32;
        var key = string.Create(words.Length * 2, words, (text, from) => System.Runtime.InteropServices.MemoryMarshal.Cast<uint, char>(from).CopyTo(text));
        if (_places.TryGetValue(key, out var place))
            return place;
        if (_words.Count + words.Length > MostWords)
            throw new NotExplainedException("its trees ask too many different questions");
        _places.Add(key, place = _words.Count);
        _words.AddRange(words);
        return place;
    }
}
