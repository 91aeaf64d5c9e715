namespace Kiln.Onnx.Compilation;

/// <summary>
/// The masks of all trees of some ensembles in one table: a row for each code of each source, a word of 32 leaves for each tree in a row, or several words
/// where a tree has more leaves. A tree's words are in the lane of <see cref="Operators.LaneSum"/> that its leaves are added up in, each eighth
/// word; ensembles begin at a multiple of sixteen.
/// </summary>
sealed class MaskTable
{
    public const int LeavesPerWord = 32;

    /// <summary>A word without a leaf left adds what is behind its last one: nothing.</summary>
    public const int Stride = LeavesPerWord + 1;

    const int Lanes = Operators.LaneSum.Lanes;

    readonly Dictionary<Source, int> _firstRows = [];

    MaskTable(IEnumerable<Source> sources, int words)
    {
        Words = words;
        foreach (var source in sources)
        {
            _firstRows.Add(source, Rows);
            Rows += source.Codes;
        }
        Leaves = new double[words * Stride];
        Masks = new uint[(long)Rows * words];
    }

    public uint[] Masks { get; }

    public double[] Leaves { get; }

    /// <summary>Words in a row.</summary>
    public int Words { get; }

    public int Rows { get; private set; }

    /// <summary>The word after the last of each ensemble.</summary>
    public List<int> Ends { get; } = [];

    /// <param name="ensembles">The trees of each ensemble.</param>
    /// <param name="sources">All that they ask for.</param>
    /// <param name="mostBytes">How large the table may be.</param>
    /// <returns>The table, or null where it would be larger.</returns>
    public static MaskTable? Create(IReadOnlyList<TreeMasks[]> ensembles, IReadOnlyCollection<Source> sources, long mostBytes)
    {
        var words = ensembles.Sum(trees => (long)WordsOf(trees));
        if (words * sources.Sum(source => (long)source.Codes) * sizeof(uint) > mostBytes)
            return null;
        var table = new MaskTable(sources, (int)words);
        List<(TreeMasks Tree, int Word)> places = [];
        var first = 0;
        foreach (var trees in ensembles)
        {
            Span<int> next = stackalloc int[Lanes];
            for (var i = 0; i < trees.Length; i++)
            {
                places.Add((trees[i], first + next[i % Lanes] * Lanes + i % Lanes));
                next[i % Lanes] += WordsOf(trees[i]);
            }
            table.Ends.Add(first += WordsOf(trees));
        }
        table.Fill(places);
        return table;
    }

    public int FirstRow(Source source) => _firstRows[source];

    /// <summary>Where a tree has its word'th word.</summary>
    static int Column(int first, int word) => first + word * Lanes;

    void Fill(List<(TreeMasks Tree, int Word)> places)
    {
        var all = new uint[Words];
        foreach (var (tree, first) in places)
        {
            for (var leaf = 0; leaf < tree.Leaves.Count; leaf++)
            {
                var column = Column(first, leaf / LeavesPerWord);
                all[column] |= Bit(leaf % LeavesPerWord);
                Leaves[column * Stride + leaf % LeavesPerWord] = tree.Leaves[leaf];
            }
        }
        for (var row = 0; row < Rows; row++)
            all.CopyTo(Masks, (long)row * Words);
        foreach (var (tree, first) in places)
            foreach (var (source, cuts) in tree.Cuts)
                foreach (var cut in cuts)
                    Apply(cut, FirstRow(source), first);
    }

    void Apply(TreeMasks.Cut cut, int firstRow, int firstWord)
    {
        for (var word = cut.FirstLeaf / LeavesPerWord; word * LeavesPerWord < cut.EndLeaf; word++)
        {
            var kept = ~(Range(cut.FirstLeaf, cut.EndLeaf, word) & ~Range(cut.FirstKept, cut.EndKept, word));
            if (kept == uint.MaxValue)
                continue;
            var column = Column(firstWord, word);
            for (var code = cut.First; code < cut.End; code++)
                Masks[(long)(firstRow + code) * Words + column] &= kept;
        }
    }

    /// <summary>The bits of a word that are leaves from first to before end.</summary>
    static uint Range(int first, int end, int word)
    {
        var (from, to) = (Math.Max(first - word * LeavesPerWord, 0), Math.Min(end - word * LeavesPerWord, LeavesPerWord));
        return from >= to ? 0 : uint.MaxValue >> from & uint.MaxValue << LeavesPerWord - to;
    }

    static uint Bit(int leaf) => 0x8000_0000 >> leaf;

    static int WordsOf(TreeMasks tree) => (tree.Leaves.Count + LeavesPerWord - 1) / LeavesPerWord;

    /// <summary>The words of an ensemble: as many for each lane as the fullest needs.</summary>
    static int WordsOf(TreeMasks[] trees)
    {
        Span<int> lanes = stackalloc int[Lanes];
        lanes.Clear();
        for (var i = 0; i < trees.Length; i++)
            lanes[i % Lanes] += WordsOf(trees[i]);
        var most = 0;
        foreach (var lane in lanes)
            most = Math.Max(most, lane);
        return (most * Lanes + IMaskWidth.Words - 1) / IMaskWidth.Words * IMaskWidth.Words;
    }
}
