namespace Kiln.Onnx.Texts;

/// <summary>
/// Sequences of numbered tokens, as a tree from their first token to their last, in which each sequence knows the longest one that it ends with: whoever
/// reads tokens is at one place of the tree, whatever number of sequences has begun. (Aho and Corasick, Communications of the ACM 18, 1975.)
/// </summary>
sealed class NgramTree
{
    /// <summary>Where reading begins.</summary>
    public const int Root = 0;

    readonly List<List<int>> _levels = [];

    /// <summary>Of a place the node that hashes to it or to a place before it. As many as a power of two, most of them 0: there is none then.</summary>
    int[] _places = new int[64];

    Node[] _nodes = new Node[16];

    /// <summary>Of each node after the other the n-grams that end there.</summary>
    int[] _ended = [];
    int _count = 1;

    public void Add(ReadOnlySpan<long> tokens, int ngram)
    {
        var node = Root;
        for (var i = 0; i < tokens.Length; i++)
        {
            _nodes[node].Marks |= Mark(tokens[i]);
            var child = Find(node, tokens[i]);
            node = child == Root ? AddNode(node, tokens[i], i) : child;
        }
        _nodes[node].Ngram = ngram + 1;
    }

    /// <summary>Says of each sequence which ones it ends with, when all are there.</summary>
    public void Link()
    {
        List<int> ended = [];
        foreach (var (child, level) in _levels.SelectMany((nodes, level) => nodes.Select(node => (node, level))))
        {
            ref var node = ref _nodes[child];
            node.Suffix = level == 0 ? Root : Next(_nodes[node.Parent].Suffix, node.Token);
            var (first, count) = (_nodes[node.Suffix].First, _nodes[node.Suffix].Count);
            node.First = ended.Count;
            if (node.Ngram > 0)
                ended.Add(node.Ngram - 1);
            for (var i = 0; i < count; i++)
                ended.Add(ended[first + i]);
            node.Count = ended.Count - node.First;
        }
        _ended = [.. ended];
    }

    /// <summary>Goes one token further.</summary>
    /// <param name="node">The longest sequence that has begun.</param>
    /// <param name="token">The next token.</param>
    /// <returns>The longest one that goes on with it.</returns>
    public int Next(int node, long token)
    {
        for (var mark = Mark(token); ; node = _nodes[node].Suffix)
        {
            if ((_nodes[node].Marks & mark) != 0 && Find(node, token) is not Root and var child)
                return child;
            if (node == Root)
                return Root;
        }
    }

    /// <summary>The n-grams that end where a node does, of all lengths.</summary>
    public ReadOnlySpan<int> Ended(int node) => _ended.AsSpan(_nodes[node].First, _nodes[node].Count);

    int AddNode(int parent, long token, int level)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
            _places = new int[_nodes.Length * 4];
            for (var node = 1; node < _count; node++)
                Place(node);
        }
        if (level == _levels.Count)
            _levels.Add([]);
        _levels[level].Add(_count);
        _nodes[_count] = new() { Token = token, Parent = parent };
        Place(_count);
        return _count++;
    }

    void Place(int node)
    {
        var place = Hash(_nodes[node].Parent, _nodes[node].Token);
        while (_places[place] != Root)
            place = After(place);
        _places[place] = node;
    }

    /// <returns>Where the token leads to from a node: to the root, to which none leads, where nothing goes on so.</returns>
    int Find(int node, long token)
    {
        for (var place = Hash(node, token); ; place = After(place))
        {
            var child = _places[place];
            if (child == Root || _nodes[child].Token == token && _nodes[child].Parent == node)
                return child;
        }
    }

    int After(int place) => place + 1 & _places.Length - 1;

    int Hash(int node, long token) => (int)(((ulong)token ^ (ulong)node << 32) * 0x9E3779B97F4A7C15 >> 33) & _places.Length - 1;

    static ulong Mark(long token) => 1UL << (int)token;

    struct Node
    {
        public long Token;

        /// <summary>The marks of the tokens that lead on: what has none of them is not looked for.</summary>
        public ulong Marks;

        public int Parent;

        /// <summary>Which n-gram it is, counted from 1; 0 for none.</summary>
        public int Ngram;

        /// <summary>The longest sequence in the tree that this one ends with.</summary>
        public int Suffix;

        /// <summary>The first of the n-grams that end here, and</summary>
        public int First;

        /// <summary>how many they are.</summary>
        public int Count;
    }
}
