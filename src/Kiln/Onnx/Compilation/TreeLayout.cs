using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>Which leaves of which tree each word of a row stands for.</summary>
static class TreeLayout
{
    /// <summary>A word's leaves, the first one in its highest bit; none where the word only fills a block up.</summary>
    public readonly record struct Word(TreeMasks? Tree, int FirstLeaf, int EndLeaf)
    {
        /// <summary>The bits of the word that are leaves from first to before end.</summary>
        public uint Range(int first, int end)
        {
            var (from, to) = (Math.Max(first, FirstLeaf) - FirstLeaf, Math.Min(end, EndLeaf) - FirstLeaf);
            return from >= to ? 0 : uint.MaxValue >> from & uint.MaxValue << MaskTable.LeavesPerWord - to;
        }
    }

    public static int Blocks(TreeMasks[] trees)
    {
        Span<int> lanes = stackalloc int[LaneSum.Lanes];
        for (var i = 0; i < trees.Length; i++)
            lanes[i % LaneSum.Lanes] += (trees[i].Leaves.Count + MaskTable.LeavesPerWord - 1) / MaskTable.LeavesPerWord;
        var most = 0;
        foreach (var lane in lanes)
            most = Math.Max(most, lane);
        return (most * LaneSum.Lanes + IMaskWidth.Words - 1) / IMaskWidth.Words;
    }

    /// <summary>The words of an ensemble, block by block.</summary>
    public static IEnumerable<Word[]> Create(TreeMasks[] trees)
    {
        var words = new Word[Blocks(trees) * IMaskWidth.Words];
        var next = Enumerable.Range(0, LaneSum.Lanes).ToArray();
        for (var i = 0; i < trees.Length; i++)
            for (var leaf = 0; leaf < trees[i].Leaves.Count; leaf += MaskTable.LeavesPerWord)
            {
                ref var place = ref next[i % LaneSum.Lanes];
                words[place] = new(trees[i], leaf, Math.Min(leaf + MaskTable.LeavesPerWord, trees[i].Leaves.Count));
                place += LaneSum.Lanes;
            }
        return words.Chunk(IMaskWidth.Words);
    }
}
