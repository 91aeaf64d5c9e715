using System.ComponentModel;

namespace Kiln.CompilerServices;

/// <summary>Where a foreign model writes its answer, by kind; of each kind the elements of all outputs, in the order of the graph.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GraphOutputs
{
    /// <summary>Gets the numbers.</summary>
    public Span<float> Numbers { get; init; }

    /// <summary>Gets the integers, and truth values as 0 and 1.</summary>
    public Span<long> Integers { get; init; }

    /// <summary>Gets the texts.</summary>
    public Span<string> Texts { get; init; }
}
