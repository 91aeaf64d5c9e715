using System.Runtime.InteropServices;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Data.Files;
using Kiln.TrainerHost.Data.Loading;
using Kiln.TrainerHost.Data.Values;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Data;

/// <summary>Reads a dataset as its contract says, refusing what does not fit.</summary>
static class TableLoader
{
    /// <param name="warn">Takes warnings, after which loading goes on.</param>
    /// <param name="classified">Columns that a model predicts as classes.</param>
    /// <exception cref="BuildException">The files cannot be read, or hold what the contract does not allow.</exception>
    public static Table Load(Dataset dataset, DataContract contract, Action<Diagnostic> warn, IReadOnlySet<string>? classified = null)
    {
        DatasetCheck.ThrowIfUnreadable(dataset);
        var files = DataFile.InOrder(dataset.Files);
        var sources = files.Select(file => CsvSource.Open(file, contract.Dialect)).ToList();
        if (sources.SelectMany(source => ColumnMatch.Lacking(dataset, contract, source)).ToList() is { Count: > 0 } lacking)
            throw new BuildException(lacking);
        foreach (var unknown in ColumnMatch.Unknown(dataset, contract, sources))
            warn(unknown);

        var dates = DateFormat.Of(contract.Dialect.DateFormat);
        var loaders = contract.Columns.Select(column => ColumnLoader.For(column, (byte)contract.Dialect.Decimal[0], dates)).ToArray();
        var (hashes, firstRows) = Read(sources, contract, loaders);
        if (hashes.Length == 0)
            throw new BuildException(FileProblems.NoRows(files[0]));
        List<TableColumn> columns = [.. loaders.Select(loader => loader.Finish())];
        var noClasses = columns.OfType<NumberColumn>().Where(column => column.Column.Classes.Count > 0 && classified?.Contains(column.Column.Name) == true)
            .Select(column => (column.Column, Fault: ClassCheck.Find(column))).Where(found => found.Fault is not null).Select(found => (found.Column, found.Fault!));
        var faults = contract.Columns.Zip(loaders).SelectMany(pair => pair.Second.Faults.Select(fault => (pair.First, fault))).Concat(noClasses).ToList();
        if (faults.Count > 0)
            throw new BuildException(new FaultReport(sources, firstRows, $"'{Path.GetFileName(dataset.Contract)}'").Describe(faults));
        return new(contract, columns, hashes);
    }

    static (ulong[] Hashes, List<int> FirstRows) Read(IEnumerable<CsvSource> sources, DataContract contract, ColumnLoader[] loaders)
    {
        using var engine = DuckEngine.Open();
        var missing = new MissingTexts(contract.Dialect.Missing);
        var hashes = new List<ulong>();
        var firstRows = new List<int>();
        foreach (var source in sources)
        {
            firstRows.Add(hashes.Count);
            source.Read(engine, contract.Columns.Select(column => column.Name), chunk =>
            {
                var start = hashes.Count;
                CollectionsMarshal.SetCount(hashes, start + chunk.Rows);
                var rows = CollectionsMarshal.AsSpan(hashes)[start..];
                rows.Clear();
                for (var column = 0; column < loaders.Length; column++)
                    loaders[column].Add(chunk[column], rows, missing);
            });
        }
        return ([.. hashes], firstRows);
    }
}
