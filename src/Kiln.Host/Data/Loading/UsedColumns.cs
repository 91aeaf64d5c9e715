using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Loading;

/// <summary>What models ask of columns beyond the contract, by the columns' names.</summary>
sealed class UsedColumns
{
    public static UsedColumns None { get; } = new();

    /// <summary>Those that are predicted as classes.</summary>
    public IReadOnlySet<string> Classes { get; init; } = new HashSet<string>();

    /// <summary>Those that say how much each row counts.</summary>
    public IReadOnlySet<string> Weights { get; init; } = new HashSet<string>();

    /// <summary>Those that say how relevant a row is for its query.</summary>
    public IReadOnlySet<string> Relevances { get; init; } = new HashSet<string>();

    /// <summary>Those that say of which query a row is.</summary>
    public IReadOnlySet<string> Queries { get; init; } = new HashSet<string>();

    public bool HasClasses(Column column) => column.Classes.Count > 0 && Classes.Contains(column.Name);

    /// <summary>A contract may say so itself.</summary>
    public bool IsWeight(Column column) => column.Role == ColumnRole.Weight || Weights.Contains(column.Name);
}
