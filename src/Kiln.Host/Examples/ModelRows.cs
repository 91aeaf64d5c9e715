using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>A table as one model sees it: its examples, and which of them train and which measure it.</summary>
/// <param name="recorded">What placed the rows until now; null where nothing was trained yet.</param>
sealed class ModelRows(Table table, ModelShape shape, LockedSplit? recorded)
{
    HoldOut? _holdOut;

    public Table Table { get; } = table;

    public ExampleSet Examples { get; } = ExampleSet.From(table, shape);

    public HoldOut HoldOut => _holdOut ??= HoldOut.Divide(Table, Examples, recorded);
}
