using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Loading;

/// <summary>Which rows of several files count, as the dataset's <c>Merge</c> and <c>Key</c> say. The last file by name is the newest.</summary>
static class MergedRows
{
    /// <returns>Null where all rows count.</returns>
    /// <exception cref="BuildException">The key names a column that there is not.</exception>
    public static int[]? Find(Table table, Dataset dataset)
    {
        if (table.Partitions.Count(file => file.Rows > 0) < 2)
            return null;
        if (dataset.Replaces)
            return table.Partitions.Last(file => file.Rows > 0) is var last ? [.. Enumerable.Range(last.First, last.Rows)] : null;
        return dataset.Key.Count == 0 ? null : Newest(table, [.. dataset.Key.Select(name => Column(table, dataset, name))]);
    }

    /// <summary>A row without a value in its key is about nothing else.</summary>
    static int[]? Newest(Table table, IReadOnlyList<TableColumn> key)
    {
        var hashes = new ulong[table.Rows];
        foreach (var column in key)
        {
            var seed = RowHash.Seed(column.Column.Name);
            var values = ColumnHash.Compute(column, table.RowHashes);
            for (var row = 0; row < hashes.Length; row++)
                hashes[row] = unchecked(hashes[row] + (values[row] ^ seed) * 0x9E3779B97F4A7C15);
        }
        var (newer, kept) = (new HashSet<ulong>(), new List<int>());
        foreach (var file in table.Partitions.Reverse())
        {
            var rows = Enumerable.Range(file.First, file.Rows);
            kept.AddRange(rows.Where(row => !newer.Contains(hashes[row])));
            newer.UnionWith(rows.Select(row => hashes[row]));
        }
        kept.Sort();
        return kept.Count == table.Rows ? null : [.. kept];
    }

    static TableColumn Column(Table table, Dataset dataset, string name) => table.Columns.FirstOrDefault(column => column.Column.Name == name) ?? throw Unknown(table, dataset, name);

    static BuildException Unknown(Table table, Dataset dataset, string name)
    {
        var (line, column) = ItemLocation.Find(dataset.DefinedIn, dataset.Include);
        return new(dataset.DefinedIn, line, column, Ids.UnknownColumn,
            $"the Key of dataset '{dataset.Name}' names '{name}', which is not a column of it{Nearest.Hint(name, table.Contract.Columns.Select(other => other.Name))}; "
            + "write the column as the file's header spells it, several with ';' between them");
    }
}
