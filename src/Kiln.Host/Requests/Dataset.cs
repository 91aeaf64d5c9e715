namespace Kiln.Host.Requests;

/// <summary>A <c>Dataset</c> item: one or more files of one contract.</summary>
/// <param name="Contract">Full path of the contract.</param>
/// <param name="DefinedIn">The project file that holds the item.</param>
/// <param name="Include">The item as written.</param>
/// <param name="Files">Full paths of the data files, each once however many items name it.</param>
sealed record Dataset(string Name, string Contract, string DefinedIn, string Include, IReadOnlyList<string> Files)
{
    /// <summary>Only the last file counts (<c>Merge="Replace"</c>); otherwise all do.</summary>
    public bool Replaces { get; init; }

    /// <summary>The columns that name what a row is about: of rows that are about the same thing, those of the last file count. Empty where all rows do.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];
}
