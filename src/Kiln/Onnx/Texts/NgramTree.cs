namespace Kiln.Onnx.Texts;

/// <summary>Sequences of numbered tokens, as a tree from their first token to their last.</summary>
sealed class NgramTree
{
    const int Root = 0;

    readonly Dictionary<(int Node, long Token), int> _children = [];

    /// <summary>Of each node which n-gram ends there, or -1.</summary>
    readonly List<int> _ends = [-1];

    public void Add(ReadOnlySpan<long> tokens, int ngram)
    {
        var node = Root;
        foreach (var token in tokens)
        {
            if (!_children.TryGetValue((node, token), out var child))
            {
                _children.Add((node, token), child = _ends.Count);
                _ends.Add(-1);
            }
            node = child;
        }
        _ends[node] = ngram;
    }

    /// <summary>Goes one token further.</summary>
    /// <param name="open">The n-grams that have begun, the longest first; what goes on is left in it.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="token">The next token.</param>
    /// <param name="ended">Receives the n-grams that end with the token.</param>
    /// <returns>How many end.</returns>
    public int Read(Span<int> open, ref int count, long token, Span<int> ended)
    {
        open[count++] = Root;
        var (kept, ends) = (0, 0);
        foreach (var node in open[..count])
        {
            if (!_children.TryGetValue((node, token), out var child))
                continue;
            open[kept++] = child;
            if (_ends[child] is var ngram and >= 0)
                ended[ends++] = ngram;
        }
        count = kept;
        return ends;
    }
}
