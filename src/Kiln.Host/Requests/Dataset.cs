using Kiln.Contracts;

namespace Kiln.Host.Requests;

/// <summary>A <c>Dataset</c> item: one or more files of one contract, or rows of a database.</summary>
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

    /// <summary>Stands for a <see cref="Connection"/> or a <see cref="PinnedFile.Token"/> that cannot be a variable's name, and may be a secret.</summary>
    public const string NoVariable = "?";

    /// <summary>The table of a database; empty for none.</summary>
    public string Table { get; init; } = "";

    /// <summary>The SELECT that gives the rows of a database; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The environment variable that holds the connection string of a server; empty where the data are files. Its value is never kept.</summary>
    public string Connection { get; init; } = "";

    /// <summary>Those of its files that must be certain ones, or are fetched where they are not there.</summary>
    public IReadOnlyList<PinnedFile> Pinned { get; init; } = [];

    /// <summary>Whether its contract is all there is of it: no file is on this machine, nor anywhere from where a build takes it. Without a contract it is a mistake in the project.</summary>
    public bool IsAbsent => File.Exists(Contract) && Connection.Length == 0 && !Pinned.Any(pinned => pinned.Url.Length > 0) && !Files.Any(Path.Exists);

    /// <summary>What its files were taken from, as messages name it; empty where the files are the data.</summary>
    public string TakenFrom { get; init; } = "";

    /// <summary>Metadata in which the dataset's items differ, though it is one thing; empty for none.</summary>
    public string Conflict { get; init; } = "";

    /// <summary>Identifies what is read of a file by its bytes: of a database they hold more than the rows that are meant.</summary>
    /// <param name="hash">SHA-256 of the file.</param>
    public string Identify(string hash) => Table.Length + Query.Length == 0 ? hash : new Fingerprint().Add(hash).Add(Table).Add(Query).ToString();
}
