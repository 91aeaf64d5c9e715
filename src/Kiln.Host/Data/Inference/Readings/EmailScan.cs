namespace Kiln.Host.Data.Inference.Readings;

/// <summary>How many values of a column are addresses of persons: those are not to stand in a file that is committed.</summary>
sealed class EmailScan
{
    public long Count { get; private set; }

    public void Add(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        if (at > 0 && text[(at + 1)..].IndexOf((byte)'.') > 0 && text.IndexOfAny((byte)' ', (byte)'/') < 0 && text[(at + 1)..].IndexOf((byte)'@') < 0)
            Count++;
    }
}
