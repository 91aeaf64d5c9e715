using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.NewData;

/// <summary>Rows that came, and the parts of the data before them that are of their kind: what messages call them, and where they stand.</summary>
abstract class NewRows(RowRange range)
{
    public RowRange Range { get; } = range;

    /// <summary>The parts that are of its kind; at least one.</summary>
    public abstract IReadOnlyList<RowRange> Known { get; }

    /// <summary>What one part is.</summary>
    public abstract string Kind { get; }

    /// <summary>"in …".</summary>
    public abstract string Name { get; }

    /// <summary>"in 5 % of …".</summary>
    public abstract string All { get; }

    /// <summary>A sentence that says how many they are.</summary>
    public abstract string Count { get; }

    /// <summary>"in …", of the parts before it.</summary>
    public abstract string Earlier { get; }

    /// <summary>Where rows are that equal some of these, as the end of a sentence.</summary>
    /// <param name="partner">The part with most of them.</param>
    public abstract string Describe(RowRange partner);

    /// <summary>Where they begin.</summary>
    public abstract FieldPlace Start { get; }

    /// <summary>Where something stands that is true of a column.</summary>
    public abstract FieldPlace Find(Column column);

    /// <summary>Where a row begins.</summary>
    /// <param name="row">Counted as in <see cref="Range"/>.</param>
    public abstract FieldPlace Find(int row);
}
