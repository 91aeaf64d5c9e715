using System.Collections.Immutable;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The columns of a data view, as far as they are known.</summary>
/// <param name="IsComplete">Whether there are no others.</param>
sealed record ViewColumns(ImmutableDictionary<string, ViewColumn> Known, bool IsComplete)
{
    /// <summary>Nothing is known.</summary>
    public static readonly ViewColumns Unknown = new(ImmutableDictionary.Create<string, ViewColumn>(StringComparer.Ordinal), IsComplete: false);

    public static ViewColumns Complete(IEnumerable<ViewColumn> columns) =>
        columns.Aggregate(Unknown, static (all, one) => all.With(one)) with { IsComplete = true };

    public ViewColumn? Find(string name) => Known.TryGetValue(name, out var column) ? column : null;

    /// <summary>Whether there is surely no such column.</summary>
    public bool Lacks(string name) => IsComplete && !Known.ContainsKey(name);

    public ViewColumns With(ViewColumn column) => this with { Known = Known.SetItem(column.Name, column) };

    public ViewColumns Without(IEnumerable<string> names) => this with { Known = Known.RemoveRange(names) };

    /// <summary>Only these; what is not known to be there is taken to be.</summary>
    public ViewColumns Only(IEnumerable<string> names) =>
        Complete(names.Distinct().Select(name => Find(name) ?? ViewColumn.Made(name, null)));
}
