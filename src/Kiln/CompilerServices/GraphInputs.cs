using System.ComponentModel;

namespace Kiln.CompilerServices;

/// <summary>What a foreign model reads of a row, by kind; of each kind the elements of all inputs, in the order of the graph.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GraphInputs
{
    /// <summary>The numbers; <see cref="float.NaN"/> is missing, where the model knows missing values.</summary>
    public ReadOnlySpan<float> Numbers { get; init; }

    /// <summary>The integers, and truth values as 0 and 1.</summary>
    public ReadOnlySpan<long> Integers { get; init; }

    /// <summary>The texts, as they are; null is "".</summary>
    public ReadOnlySpan<string?> Texts { get; init; }
}
