namespace Kiln.Onnx.Compilation;

/// <summary>How many bits the machine handles at once. Sixteen words or numbers at a time, whichever it is: the results are the same.</summary>
interface IMaskWidth
{
    const int Words = 16;

    /// <summary>The bits that all rows have at a place.</summary>
    /// <param name="masks">The first block that may be there.</param>
    /// <param name="numbers">Where each block is that may be at this place, in steps of 64 bits from the first.</param>
    /// <param name="rows">Where each row begins among the numbers.</param>
    /// <param name="survivors">Receives the sixteen words.</param>
    static abstract void And(ref ulong masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors);

    /// <summary>How many of sixteen numbers are below the value.</summary>
    static abstract int CountBelow(ref float numbers, float value);
}
