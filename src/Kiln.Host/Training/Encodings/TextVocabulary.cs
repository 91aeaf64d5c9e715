using System.Runtime.InteropServices;
using Kiln.Host.Training.Linear;
using Kiln.Onnx.Texts;

namespace Kiln.Host.Training.Encodings;

/// <summary>
/// The sequences of words, or of characters, that are counted in texts: those that enough training texts have. Upper and lower case are the
/// same token; which spellings of a token that means is written down here, so that nobody who predicts has to know a culture's letters.
/// </summary>
/// <param name="Spellings">Of every token.</param>
/// <param name="Numbers">The token of each spelling, counted from 1.</param>
/// <param name="Ngrams">The sequences, the short ones first.</param>
/// <param name="Weights">How much each of them says: the inverse of how many texts have it (IDF, smoothed as scikit-learn's).</param>
sealed record TextVocabulary(TextUnit Unit, string[] Spellings, long[] Numbers, long[][] Ngrams, float[] Weights)
{
    /// <summary>What ONNX Runtime has in place of half a surrogate pair, which is no character.</summary>
    const string Broken = "\uFFFD";

    /// <summary>What every character that is one counts as: lines are broken wherever somebody's editor breaks them.</summary>
    const string Blank = " ";

    static readonly string[] Blanks = ["\t", "\n", "\r", "\u00A0"];

    /// <param name="texts">The training texts, "" where one is missing.</param>
    /// <param name="most">How many sequences there may be.</param>
    /// <returns>Null where no sequence is in enough texts.</returns>
    public static TextVocabulary? Learn(TextUnit unit, IReadOnlyList<string> texts, int most)
    {
        var learning = new Learning(unit);
        foreach (var text in texts)
            learning.Count(text);
        return learning.Finish(texts.Count, most);
    }

    sealed class Learning(TextUnit unit)
    {
        readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
        readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);
        readonly Dictionary<Sequence, int> _texts = [];
        readonly HashSet<Sequence> _seen = [];
        readonly List<int> _read = [];

        public void Count(string text)
        {
            _seen.Clear();
            _read.Clear();
            var reader = new TokenReader(text, unit.IsWords);
            while (reader.TryRead(out var token))
            {
                _read.Add(Number(token.ToString()));
                var longest = Sequence.Empty;
                for (var length = 1; length <= unit.Longest && length <= _read.Count; length++)
                {
                    longest = longest.Before(_read[^length]);
                    if (length >= unit.Shortest)
                        _seen.Add(longest);
                }
            }
            foreach (var sequence in _seen)
                CollectionsMarshal.GetValueRefOrAddDefault(_texts, sequence, out _)++;
        }

        public TextVocabulary? Finish(int texts, int most)
        {
            // Most texts first; of equally many those whose tokens were read first. The order of rows follows from their values.
            var chosen = _texts.Where(sequence => sequence.Value >= unit.FewestTexts)
                .OrderByDescending(sequence => sequence.Value).ThenBy(sequence => sequence.Key).Take(most)
                .OrderBy(sequence => sequence.Key.Length).ThenBy(sequence => sequence.Key).ToList();
            if (chosen.Count == 0)
                return null;
            var used = chosen.SelectMany(sequence => sequence.Key.Tokens()).ToHashSet();
            AddSpellings(used);
            var spellings = _spellings.Where(spelling => used.Contains(spelling.Value) && spelling.Key != Broken).OrderBy(spelling => spelling.Key, StringComparer.Ordinal).ToList();
            return new(unit, [.. spellings.Select(spelling => spelling.Key)], [.. spellings.Select(spelling => (long)spelling.Value)],
                [.. chosen.Select(sequence => sequence.Key.Tokens().Select(token => (long)token).ToArray())],
                [.. chosen.Select(sequence => (float)(Elementary.Log((1.0 + texts) / (1.0 + sequence.Value)) + 1))]);
        }

        int Number(string spelling)
        {
            if (_spellings.TryGetValue(spelling, out var number))
                return number;
            var token = string.IsNullOrWhiteSpace(spelling) ? Blank : spelling.ToLowerInvariant();
            if (!_tokens.TryGetValue(token, out number))
                _tokens.Add(token, number = _tokens.Count + 1);
            _spellings.Add(spelling, number);
            return number;
        }

        /// <summary>A word may be written large where training has seen it small.</summary>
        void AddSpellings(HashSet<int> used)
        {
            if (_tokens.TryGetValue(Blank, out var blank))
                foreach (var spelling in Blanks)
                    _spellings.TryAdd(spelling, blank);
            foreach (var (token, number) in _tokens)
                if (used.Contains(number))
                    foreach (var spelling in new[] { token, token.ToUpperInvariant(), char.ToUpperInvariant(token[0]) + token[1..] })
                        if (spelling.ToLowerInvariant() == token)
                            _spellings.TryAdd(spelling, number);
        }
    }
}
