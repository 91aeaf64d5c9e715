namespace Kiln.Onnx.Compilation;

/// <summary>
/// A value that trees are asked about, cut into codes: a number into the intervals between all the boundaries at which any answer changes and one
/// code more for NaN, a text into the texts that the graph knows and one code more for all others.
/// </summary>
/// <param name="root">Where the value lies in a row.</param>
/// <param name="boundaries">Sorted; each is the last number of its interval. Empty for text.</param>
/// <param name="texts">The known texts. Empty for numbers.</param>
sealed class Source(Place root, float[] boundaries, string[] texts)
{
    public Place Root => root;

    public float[] Boundaries => boundaries;

    public string[] Texts => texts;

    public bool IsText => Root.Kind == SlotKind.Text;

    public int Codes => IsText ? Texts.Length + 1 : Boundaries.Length + 2;

    public bool IsMissing(int code) => !IsText && code == Boundaries.Length + 1;

    /// <summary>A number that has the code: all that have it answer alike.</summary>
    public float Number(int code) => code < Boundaries.Length ? Boundaries[code] : float.PositiveInfinity;
}
