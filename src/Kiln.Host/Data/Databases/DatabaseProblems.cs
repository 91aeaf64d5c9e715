using Kiln.Contracts;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Databases;

/// <summary>What can be wrong with a database before its rows are read.</summary>
static class DatabaseProblems
{
    const int Shown = 10;

    public static BuildException NoTable(Dataset dataset, IReadOnlyList<string> tables) => new(ItemLocation.Say(dataset, Ids.TableMissing,
        $"the database of dataset '{dataset.Name}' has no table '{dataset.Table}'{Nearest.Hint(dataset.Table, tables)}; "
        + (tables.Count == 0 ? "it has none at all" : $"it has {string.Join(", ", tables.Take(Shown).Select(table => $"'{table}'"))}{(tables.Count > Shown ? ", …" : "")}")
        + ": correct Table"));

    public static Diagnostic CannotOpen(string path, string reason) => new FieldPlace(path, 0, 0).Say(Ids.DataUnreadable,
        $"the database cannot be opened: {reason.TrimEnd('.')}; write it with a version that is not newer than Kiln's engine, close the program that writes to it, or copy it again");

    public static Diagnostic Damaged(string path, string reason) => new FieldPlace(path, 0, 0).Say(Ids.DataUnreadable,
        $"the database cannot be read to its end ({reason.TrimEnd('.')}), so rows would be lost silently; copy it again, or write it again");

    /// <summary>What a program that has a database open writes beside it. Its rows are no part of the file, by whose bytes a build knows whether data changed.</summary>
    /// <exception cref="BuildException">There is such a file.</exception>
    public static void ThrowIfUnfinished(string path, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (new FileInfo(path + ending) is { Exists: true, Length: > 0 })
                throw new BuildException(new FieldPlace(path, 0, 0).Say(Ids.DataUnreadable,
                    $"'{System.IO.Path.GetFileName(path)}{ending}' holds changes that are not in the database file yet; "
                    + "close the program that has it open, or let it write a checkpoint"));
    }
}
