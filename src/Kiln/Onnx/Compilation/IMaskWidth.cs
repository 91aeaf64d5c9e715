namespace Kiln.Onnx.Compilation;

/// <summary>How many bits the machine handles at once. Sixteen words or numbers at a time, whichever it is: the results are the same.</summary>
interface IMaskWidth
{
    const int Words = 16;

    /// <summary>The bits that all rows have, of sixteen words each.</summary>
    /// <param name="table">The first word of the table.</param>
    /// <param name="rows">Where each row begins, in words.</param>
    /// <param name="column">Which word of the rows is the first.</param>
    /// <param name="survivors">Receives the sixteen words.</param>
    static abstract void And(ref uint table, ReadOnlySpan<nint> rows, nint column, ref uint survivors);

    /// <summary>How many of sixteen numbers are below the value.</summary>
    static abstract int CountBelow(ref float numbers, float value);
}
