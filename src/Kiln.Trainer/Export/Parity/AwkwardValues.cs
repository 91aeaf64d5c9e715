namespace Kiln.TrainerHost.Export.Parity;

/// <summary>What held-out rows rarely hold and callers pass anyway. Each kind is one way to spoil a row.</summary>
sealed class AwkwardValues(IReadOnlyList<string> inputs)
{
    const string Unknown = "never seen in training";
    const string NonAscii = "Ünïcødé ☃ 漢字 😀";

    static readonly (string Name, Func<float, float>? Number, Func<string, string>? Text)[] WholeRow =
    [
        ("every number missing", _ => float.NaN, null),
        ("every text empty", null, _ => ""),
        ("everything missing", _ => float.NaN, _ => ""),
        ("every text unknown", null, _ => Unknown),
        ("every text non-ASCII", null, _ => NonAscii),
        ("every text in upper case with a blank behind", null, text => text.ToUpperInvariant() + " "),
        ("every number 0", _ => 0, null),
        ("every number -1e6", _ => -1e6f, null),
        ("every number 1e6", _ => 1e6f, null),
    ];

    /// <summary>The kinds for whole rows, then one for every single column.</summary>
    public int Kinds => WholeRow.Length + inputs.Count;

    public string Name(int kind) => kind < WholeRow.Length ? WholeRow[kind].Name : $"'{inputs[kind - WholeRow.Length]}' missing";

    public float Number(int kind, string column, float value)
    {
        if (kind < WholeRow.Length)
            return WholeRow[kind].Number?.Invoke(value) ?? value;
        return inputs[kind - WholeRow.Length] == column ? float.NaN : value;
    }

    public string Text(int kind, string column, string value)
    {
        if (kind < WholeRow.Length)
            return WholeRow[kind].Text?.Invoke(value) ?? value;
        return inputs[kind - WholeRow.Length] == column ? "" : value;
    }
}
