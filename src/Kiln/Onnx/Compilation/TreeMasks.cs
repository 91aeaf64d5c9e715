namespace Kiln.Onnx.Compilation;

/// <summary>
/// One tree as bit masks: its leaves in order, and for each value that it asks for and each interval of that value's codes, which leaves cannot be
/// reached. Of all leaves exactly one can be, whatever the row: it is what all masks leave over.
/// </summary>
sealed class TreeMasks
{
    /// <summary>For codes from <c>First</c> to before <c>End</c>: the leaves from <c>FirstLeaf</c> to before <c>EndLeaf</c> fall out, but for the kept ones.</summary>
    public readonly record struct Cut(int First, int End, int FirstLeaf, int EndLeaf, int FirstKept, int EndKept);

    public List<double> Leaves { get; } = [];

    public Dictionary<Source, List<Cut>> Cuts { get; } = [];
}
