namespace Kiln.Host.Data.Inference.Readings;

/// <summary>The values of a column that one reading of it does not fit.</summary>
sealed class Misfits
{
    /// <summary>So many different texts are a few ways to say one thing; with more the column is something else.</summary>
    const int Few = 3;

    readonly List<byte[]> _texts = [];

    public long Count { get; private set; }

    /// <summary>The row of the first one, over all files; -1 where there is none.</summary>
    public int FirstRow { get; private set; } = -1;

    public byte[] First => _texts[0];

    /// <summary>They are a few texts, however often each stands there.</summary>
    public bool AreFew => _texts.Count <= Few;

    public void Add(ReadOnlySpan<byte> text, int row)
    {
        if (Count++ == 0)
            FirstRow = row;
        if (!AreFew)
            return;
        foreach (var known in _texts)
            if (text.SequenceEqual(known))
                return;
        _texts.Add(text.ToArray());
    }
}
