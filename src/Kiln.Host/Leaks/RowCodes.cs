using Kiln.Host.Data;
using Kiln.Host.Examples;

namespace Kiln.Host.Leaks;

/// <summary>
/// Rows as numbers that are equal where a model could not tell them apart but for how their texts are written: in case, in blanks, or in
/// the spelling of numbers. A row's is the sum of its fields', so that one field can be taken out.
/// </summary>
sealed class RowCodes
{
    readonly ExampleSet _examples;
    readonly ulong[]?[] _texts;

    public RowCodes(ExampleSet examples)
    {
        _examples = examples;
        _texts = [.. examples.Texts.Select((column, input) => column is null ? null : Codes(column, input))];
        Inputs = new ulong[examples.Label.Length];
        for (var input = 0; input < Count; input++)
            for (var row = 0; row < Inputs.Length; row++)
                Inputs[row] += Input(input, row);
    }

    /// <summary>How many inputs a row has.</summary>
    public int Count => _texts.Length;

    /// <summary>Each row's over all inputs.</summary>
    public ulong[] Inputs { get; }

    /// <summary>Of one input.</summary>
    public ulong Input(int input, int row) => _texts[input] is { } texts
        ? texts[_examples.Texts[input]!.Codes[row] + 1]
        : Mix(Bits(_examples.Numbers[input]![row]), input);

    public ulong Label(int row) => Mix(Bits(_examples.Label[row]), -1);

    public ulong InputsAndLabel(int row) => Inputs[row] + Label(row);

    static ulong[] Codes(TextColumn column, int input)
    {
        var known = new Dictionary<string, ulong>();
        return [Mix(0, input), .. column.Texts.Select(CanonicalText.Format).Select(text =>
        {
            known.TryAdd(text, (ulong)known.Count + 1);
            return Mix(known[text], input);
        })];
    }

    /// <summary>One number for the two zeros, and one for whatever is missing.</summary>
    static ulong Bits(float value) => BitConverter.SingleToUInt32Bits(float.IsNaN(value) ? float.NaN : value + 0);

    /// <summary>
    /// SplitMix64's finisher (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), begun elsewhere for each column.
    /// </summary>
    static ulong Mix(ulong value, int column)
    {
        var x = value + (ulong)(column + 2) * 0x9E3779B97F4A7C15;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
