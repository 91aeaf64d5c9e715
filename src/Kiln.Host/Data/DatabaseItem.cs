using Kiln.Contracts;
using Kiln.Host.Data.Formats;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data;

/// <summary>What a <c>Dataset</c> item says of rows in a database must be whole and belong together.</summary>
static class DatabaseItem
{
    public static Diagnostic? Problem(Dataset dataset)
    {
        if (dataset.Conflict.Length > 0)
            return Say(dataset, $"its items name more than one {dataset.Conflict}; give each its own Name, or take the rows with one Query");
        if (dataset.Connection == Dataset.NoVariable)
            return Say(dataset, "Connection must be the name of an environment variable, which holds the connection string; that does not belong into a project file");
        if (dataset.Connection.Length > 0 && dataset.TakenFrom.Length == 0 && dataset.Files.Count > 1)
            return Say(dataset, "rows of a server are one item; keep one of its items, or give each its own Name");
        if (dataset.Connection.Length > 0 && dataset.Pinned.Count > 0)
            return Say(dataset, "rows of a server are no file that a Url or a Sha256 could name; keep one of them");
        var formats = dataset.Files.Where(File.Exists).Select(Detect).OfType<FileFormat>().Distinct().ToList();
        if (dataset.TakenFrom.Length == 0 && formats.Count > 1 && formats.TrueForAll(format => format <= FileFormat.Sqlite))
            return Say(dataset, $"its files are of several formats ({string.Join(", ", formats.Order())}); convert them to one, or give each its own Name");
        var isDatabase = dataset.Connection.Length > 0 || formats.Exists(format => format is FileFormat.DuckDb or FileFormat.Sqlite);
        var isNamed = dataset.Table.Length > 0 || dataset.Query.Length > 0;
        if (dataset.Table.Length > 0 && dataset.Query.Length > 0)
            return Say(dataset, "it has both a Table and a Query, and each says which rows are meant; keep one of them");
        if (isDatabase && !isNamed)
            return Say(dataset, "it is a database, in which a Table or a Query says which rows are meant; add one of them to the item");
        // A file that is not there is told as missing.
        if (!isDatabase && isNamed && formats.Count > 0)
            return Say(dataset, "a Table or a Query is for databases, and its files are none; remove it");
        return null;
    }

    /// <summary>Null for a file that cannot be opened, which is told of it.</summary>
    static FileFormat? Detect(string file)
    {
        try
        {
            return FileFormats.Detect(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static Diagnostic Say(Dataset dataset, string what) => ItemLocation.Say(dataset, Ids.DatabaseItem, $"it is not clear which rows dataset '{dataset.Name}' has: {what}");
}
