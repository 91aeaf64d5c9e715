using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Loading;

/// <summary>Reads a dataset as its contract says, refusing what does not fit.</summary>
static class TableLoader
{
    /// <param name="keyColumns">The columns that told the rows apart until now; null where nothing was trained yet.</param>
    /// <param name="warn">Takes warnings, after which loading goes on.</param>
    /// <param name="classified">Columns that a model predicts as classes.</param>
    /// <exception cref="BuildException">The files cannot be read, or hold what the contract does not allow.</exception>
    public static Table Load(
        Dataset dataset, DataContract contract, IReadOnlyList<string>? keyColumns, Action<Diagnostic> warn, IReadOnlySet<string>? classified = null)
    {
        var files = DataFile.InOrder(dataset.Files);
        var sources = files.Select(file => CsvSource.Open(file, contract.Dialect)).ToList();
        if (sources.Select(source => OtherDelimiter.Find(source, contract.Columns.Count, $"'{Path.GetFileName(dataset.Contract)}'"))
                .OfType<Diagnostic>().ToList() is { Count: > 0 } otherwise)
            throw new BuildException(otherwise);
        if (sources.SelectMany(source => ColumnMatch.Lacking(dataset, contract, source)).ToList() is { Count: > 0 } lacking)
            throw new BuildException(lacking);
        foreach (var unknown in ColumnMatch.Unknown(dataset, contract, sources))
            warn(unknown);

        var loaders = contract.Columns.Select(column => ColumnLoader.For(column, contract.Dialect)).ToArray();
        var hashes = new RowHashes(contract, keyColumns);
        var firstRows = Read(sources, contract, loaders, hashes);
        if (hashes.Rows == 0)
            throw new BuildException(FileProblems.NoRows(files[0]));
        foreach (var source in sources.Where(source => source.Rows == 0))
            warn(FileProblems.AddsNothing(source.Path));
        List<TableColumn> columns = [.. loaders.Select(loader => loader.Finish())];
        var noClasses = columns.OfType<NumberColumn>().Where(column => column.Column.Classes.Count > 0 && classified?.Contains(column.Column.Name) == true)
            .Select(column => (column.Column, Fault: ClassCheck.Find(column))).Where(found => found.Fault is not null).Select(found => (found.Column, found.Fault!));
        var faults = contract.Columns.Zip(loaders).SelectMany(pair => pair.Second.Faults.Select(fault => (pair.First, fault))).Concat(noClasses).ToList();
        if (faults.Count > 0)
            throw new BuildException(new FaultReport(new(sources, firstRows), $"'{Path.GetFileName(dataset.Contract)}'").Describe(faults));
        var content = hashes.Finish();
        var (by, keyed) = hashes.Keyed(content);
        return new(contract, columns, content, by, RowKeys.Compute(by, keyed, content)) { Places = new(sources, firstRows) };
    }

    static List<int> Read(IEnumerable<CsvSource> sources, DataContract contract, ColumnLoader[] loaders, RowHashes hashes)
    {
        using var engine = DuckEngine.Open();
        var missing = contract.Columns.Select(column => new MissingTexts(contract.Dialect.MissingIn(column))).ToArray();
        var fields = Array.Empty<ulong>();
        var firstRows = new List<int>();
        foreach (var source in sources)
        {
            firstRows.Add(hashes.Rows);
            source.Read(engine, contract.Columns.Select(column => column.Name), chunk =>
            {
                if (fields.Length < chunk.Rows)
                    fields = new ulong[chunk.Rows];
                hashes.Grow(chunk.Rows);
                for (var column = 0; column < loaders.Length; column++)
                {
                    var rows = fields.AsSpan(0, chunk.Rows);
                    loaders[column].Add(chunk[column], rows, missing[column]);
                    hashes.Add(contract.Columns[column].Name, rows);
                }
            });
        }
        return firstRows;
    }
}
