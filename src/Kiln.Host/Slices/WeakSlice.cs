namespace Kiln.Host.Slices;

/// <summary>Rows of one slice of a column, or of one in each of two columns.</summary>
/// <param name="Column">The place of the column.</param>
/// <param name="Slice">Its slice.</param>
/// <param name="Other">The place of the second column; -1 where there is none.</param>
/// <param name="OtherSlice">Its slice.</param>
/// <param name="Loss">What its rows lose.</param>
readonly record struct WeakSlice(int Column, int Slice, int Other, int OtherSlice, ExcessLoss Loss)
{
    public bool Holds(IReadOnlyList<SlicedColumn> columns, int row) =>
        columns[Column].Slices[row] == Slice && (Other < 0 || columns[Other].Slices[row] == OtherSlice);

    public string Describe(IReadOnlyList<SlicedColumn> columns) =>
        Other < 0 ? columns[Column].Names[Slice]! : $"{columns[Column].Names[Slice]} and {columns[Other].Names[OtherSlice]}";
}
