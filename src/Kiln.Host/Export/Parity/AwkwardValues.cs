namespace Kiln.Host.Export.Parity;

/// <summary>What held-out rows rarely hold and callers pass anyway. Each kind is one way to spoil a row.</summary>
/// <param name="inputs">The model's inputs.</param>
/// <param name="infinite">Whether infinite numbers make sense to the model.</param>
sealed class AwkwardValues(IReadOnlyList<string> inputs, bool infinite)
{
    const string Unknown = "never seen in training";
    const string NonAscii = "Ünïcødé ☃ 漢字 😀";

    /// <summary>The first whole number above 2^24 that a 32-bit number can be: from there on not every one is.</summary>
    const float Whole = (1 << 24) + 2;

    readonly (string Name, Func<float, float>? Number, Func<string, string>? Text)[] _wholeRow =
    [
        ("every number missing", _ => float.NaN, null),
        ("every string empty", null, _ => ""),
        ("everything missing", _ => float.NaN, _ => ""),
        ("every string unknown", null, _ => Unknown),
        ("every string non-ASCII", null, _ => NonAscii),
        ("every string in upper case with a trailing space", null, text => text.ToUpperInvariant() + " "),
        ("every number 0", _ => 0, null),
        ("every number -1e6", _ => -1e6f, null),
        ("every number 1e6", _ => 1e6f, null),
        ("every number 2^24 + 2", _ => Whole, null),
        ("every number -2^24 - 2", _ => -Whole, null),
        .. infinite ? Infinite : [],
    ];

    static readonly (string, Func<float, float>?, Func<string, string>?)[] Infinite =
    [
        ("every number infinite", _ => float.PositiveInfinity, null),
        ("every number negative and infinite", _ => float.NegativeInfinity, null),
    ];

    /// <summary>The kinds for whole rows, then one for every single column.</summary>
    public int Kinds => _wholeRow.Length + inputs.Count;

    public string Name(int kind) => kind < _wholeRow.Length ? _wholeRow[kind].Name : $"'{inputs[kind - _wholeRow.Length]}' missing";

    public float Number(int kind, string column, float value)
    {
        if (kind < _wholeRow.Length)
            return _wholeRow[kind].Number?.Invoke(value) ?? value;
        return inputs[kind - _wholeRow.Length] == column ? float.NaN : value;
    }

    public string Text(int kind, string column, string value)
    {
        if (kind < _wholeRow.Length)
            return _wholeRow[kind].Text?.Invoke(value) ?? value;
        return inputs[kind - _wholeRow.Length] == column ? "" : value;
    }
}
