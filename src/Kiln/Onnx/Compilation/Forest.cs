using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// The trees of several ensembles at once: one row of masks for each value that they ask for, of which the bits that all have are one leaf of each tree.
/// The idea is QuickScorer's (Lucchese et al., SIGIR 2015), with the masks of all branches of a value joined beforehand.
/// </summary>
sealed class Forest<TWidth> : Operator where TWidth : IMaskWidth
{
    readonly (int Place, NumberCodes Codes, nint Row)[] _numbers;
    readonly (int Place, TextCodes Codes, nint Row)[] _texts;
    readonly (TreeEnsembleRegressor Ensemble, int Place, int End)[] _ensembles;
    readonly AlignedNumbers<ulong> _masks;
    readonly ushort[] _rows;
    readonly int[] _firstMasks;
    readonly float[] _leaves;
    readonly int _blocks;

    /// <param name="table">The masks.</param>
    /// <param name="sources">What the trees ask for, and where it lies in a row.</param>
    /// <param name="ensembles">The ensembles in the table's order, and where their scores go.</param>
    public Forest(MaskTable table, IReadOnlyCollection<(Source Source, int Place)> sources, IReadOnlyList<(TreeEnsembleRegressor Ensemble, Slot Result)> ensembles)
    {
        (_masks, _rows, _firstMasks, _leaves, _blocks) = (table.Masks, table.Rows, table.FirstMasks, table.Leaves, table.Blocks);
        _numbers = [.. sources.Where(source => !source.Source.IsText).Select(source => (source.Place, new NumberCodes(source.Source.Boundaries), Row(source.Source)))];
        _texts = [.. sources.Where(source => source.Source.IsText).Select(source => (source.Place, new TextCodes(source.Source.Texts), Row(source.Source)))];
        _ensembles = [.. ensembles.Select((ensemble, i) => (ensemble.Ensemble, ensemble.Result.Offset, table.Ends[i]))];

        nint Row(Source source) => table.FirstRow(source);
    }

    public override void Run(Row row)
    {
        Span<nint> rows = stackalloc nint[_numbers.Length + _texts.Length];
        var count = 0;
        foreach (ref readonly var number in _numbers.AsSpan())
            rows[count++] = number.Row + number.Codes.Find<TWidth>(row.Number(number.Place)) * _blocks;
        foreach (ref readonly var text in _texts.AsSpan())
            rows[count++] = text.Row + text.Codes.Find(row.Text(text.Place)) * _blocks;

        var first = 0;
        foreach (ref readonly var ensemble in _ensembles.AsSpan())
        {
            row.Number(ensemble.Place) = ensemble.Ensemble.Score(Sum(rows, first, ensemble.End), 0);
            first = ensemble.End;
        }
    }

    double Sum(ReadOnlySpan<nint> rows, int first, int end)
    {
        Span<uint> survivors = stackalloc uint[IMaskWidth.Words];
        ref var masks = ref _masks.First;
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref var leaves = ref MemoryMarshal.GetArrayDataReference(_leaves);
        ref var word = ref MemoryMarshal.GetReference(survivors);
        var (a, b, c, d, e, f, g, h) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var place = first; place < end; place++)
        {
            TWidth.And(ref Unsafe.Add(ref masks, _firstMasks[place]), ref Unsafe.Add(ref numbers, place), rows, ref word);
            for (var half = 0; half < IMaskWidth.Words; half += LaneSum.Lanes)
            {
                ref var leaf = ref Unsafe.Add(ref leaves, (nint)(place * IMaskWidth.Words + half) * MaskTable.Stride);
                ref var mask = ref Unsafe.Add(ref word, half);
                a += Leaf(ref leaf, ref mask, 0);
                b += Leaf(ref leaf, ref mask, 1);
                c += Leaf(ref leaf, ref mask, 2);
                d += Leaf(ref leaf, ref mask, 3);
                e += Leaf(ref leaf, ref mask, 4);
                f += Leaf(ref leaf, ref mask, 5);
                g += Leaf(ref leaf, ref mask, 6);
                h += Leaf(ref leaf, ref mask, 7);
            }
        }
        return LaneSum.Total(a, b, c, d, e, f, g, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double Leaf(ref float leaves, ref uint masks, int lane) =>
        Unsafe.Add(ref leaves, (nint)(uint)BitOperations.LeadingZeroCount(Unsafe.Add(ref masks, lane)) + lane * MaskTable.Stride);
}
