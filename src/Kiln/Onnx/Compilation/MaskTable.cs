using System.Runtime.InteropServices;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// The masks of all trees of some ensembles: for each code of each source a row of words of 32 leaves, one word for each tree, or several where a tree has more leaves.
/// Sixteen words are a block, and a block that is the same for neighbouring codes is there once: a row says where its blocks are.
/// A tree's words are in the lane of <see cref="LaneSum"/> that its leaves are added up in, each eighth word; ensembles begin with a block.
/// </summary>
sealed class MaskTable
{
    public const int LeavesPerWord = 32;

    /// <summary>A word without a leaf left adds what is behind its last one: nothing.</summary>
    public const int Stride = LeavesPerWord + 1;

    readonly Dictionary<Source, int> _rows = [];
    readonly List<ulong> _masks = [];

    MaskTable(IEnumerable<Source> sources, int blocks)
    {
        Blocks = blocks;
        var rows = 0;
        foreach (var source in sources)
        {
            _rows.Add(source, rows);
            rows += source.Codes;
        }
        Leaves = new float[blocks * IMaskWidth.Words * Stride];
        Rows = new ushort[rows * blocks];
        FirstMasks = new int[blocks];
    }

    /// <summary>The blocks, two words in each number.</summary>
    public AlignedNumbers<ulong> Masks { get; private set; }

    /// <summary>For each code of each source and each place in a row, where its block is, counted from the first that may be at this place.</summary>
    public ushort[] Rows { get; }

    /// <summary>For each place in a row, which of the masks is the first that may be there.</summary>
    public int[] FirstMasks { get; }

    public float[] Leaves { get; }

    /// <summary>Blocks in a row.</summary>
    public int Blocks { get; }

    /// <summary>The block after the last of each ensemble.</summary>
    public List<int> Ends { get; } = [];

    long Bytes => (long)_masks.Count * sizeof(ulong) + Rows.Length * sizeof(ushort) + Leaves.Length * sizeof(float);

    /// <param name="ensembles">The trees of each ensemble.</param>
    /// <param name="sources">All that they ask for.</param>
    /// <param name="mostBytes">How large the table may be.</param>
    /// <returns>The table, or null where it would be larger.</returns>
    public static MaskTable? Create(IReadOnlyList<TreeMasks[]> ensembles, IReadOnlyCollection<Source> sources, long mostBytes)
    {
        var blocks = ensembles.Sum(trees => (long)TreeLayout.Blocks(trees));
        if (blocks * (sources.Sum(source => (long)source.Codes) * sizeof(ushort) + IMaskWidth.Words * Stride * sizeof(float)) > mostBytes)
            return null;
        var table = new MaskTable(sources, (int)blocks);
        var first = 0;
        foreach (var trees in ensembles)
        {
            foreach (var block in TreeLayout.Create(trees))
            {
                table.FirstMasks[first] = table._masks.Count;
                if (!table.Add(block, first++) || table.Bytes > mostBytes)
                    return null;
            }
            table.Ends.Add(first);
        }
        table.Masks = new(CollectionsMarshal.AsSpan(table._masks));
        table._masks.Clear();
        table._masks.TrimExcess();
        return table;
    }

    public int FirstRow(Source source) => _rows[source] * Blocks;

    /// <returns>Whether the masks at a place can be numbered.</returns>
    bool Add(TreeLayout.Word[] words, int place)
    {
        var all = new uint[IMaskWidth.Words];
        for (var i = 0; i < words.Length; i++)
        {
            for (var leaf = words[i].FirstLeaf; leaf < words[i].EndLeaf; leaf++)
                Leaves[(place * IMaskWidth.Words + i) * Stride + leaf - words[i].FirstLeaf] = (float)words[i].Tree!.Leaves[leaf];
            all[i] = words[i].Range(0, int.MaxValue);
        }
        foreach (var (source, row) in _rows)
        {
            var masks = new uint[source.Codes * IMaskWidth.Words];
            for (var code = 0; code < source.Codes; code++)
                all.CopyTo(masks, code * IMaskWidth.Words);
            for (var i = 0; i < words.Length; i++)
                if (words[i].Tree?.Cuts.GetValueOrDefault(source) is { } cuts)
                    foreach (var cut in cuts)
                        Apply(cut, words[i], masks.AsSpan(i));
            if (!Number(masks, row, place))
                return false;
        }
        return true;
    }

    static void Apply(TreeMasks.Cut cut, TreeLayout.Word word, Span<uint> masks)
    {
        var kept = ~(word.Range(cut.FirstLeaf, cut.EndLeaf) & ~word.Range(cut.FirstKept, cut.EndKept));
        if (kept == uint.MaxValue)
            return;
        for (var code = cut.First; code < cut.End; code++)
            masks[code * IMaskWidth.Words] &= kept;
    }

    bool Number(ReadOnlySpan<uint> masks, int firstRow, int place)
    {
        ReadOnlySpan<uint> last = [];
        var start = 0;
        for (; !masks.IsEmpty; masks = masks[IMaskWidth.Words..], firstRow++)
        {
            var block = masks[..IMaskWidth.Words];
            if (!block.SequenceEqual(last))
            {
                last = block;
                start = _masks.Count - FirstMasks[place];
                foreach (var two in MemoryMarshal.Cast<uint, ulong>(block))
                    _masks.Add(two);
            }
            if (start > ushort.MaxValue)
                return false;
            Rows[firstRow * Blocks + place] = (ushort)start;
        }
        return true;
    }
}
