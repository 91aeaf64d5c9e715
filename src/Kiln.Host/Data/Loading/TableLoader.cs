using System.Buffers;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Checks;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Sources;
using Kiln.Host.Data.Violations;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Loading;

/// <summary>Reads a dataset as its contract says, refusing what does not fit.</summary>
static class TableLoader
{
    /// <param name="keyColumns">The columns that told the rows apart until now; null where nothing was trained yet.</param>
    /// <param name="warn">Takes warnings, after which loading goes on.</param>
    /// <param name="used">What models ask of columns; null where none does.</param>
    /// <param name="list">Takes all violations; null where only the first of them matter.</param>
    /// <exception cref="ContractViolationException">The files hold what the contract does not allow.</exception>
    /// <exception cref="BuildException">The files cannot be read.</exception>
    public static Table Load(
        Dataset dataset, DataContract contract, IReadOnlyList<string>? keyColumns, Action<Diagnostic> warn, UsedColumns? used = null,
        ViolationList? list = null)
    {
        var files = DataFile.InOrder(dataset.Files);
        var sources = SourceOpening.Open(dataset, files, contract.Dialect);
        if (sources.OfType<CsvSource>().Select(source => OtherDelimiter.Find(source, contract.Columns.Count, $"'{Path.GetFileName(dataset.Contract)}'"))
                .OfType<Diagnostic>().ToList() is { Count: > 0 } otherwise)
            throw new BuildException(otherwise);
        if (sources.SelectMany(source => ColumnMatch.Lacking(dataset, contract, source)).ToList() is { Count: > 0 } lacking)
            throw new BuildException(lacking);
        foreach (var unknown in ColumnMatch.Unknown(dataset, contract, sources))
            warn(unknown);
        foreach (var leftOut in LeftOutColumns.Describe(sources))
            warn(leftOut);

        var budget = new ViolationBudget();
        var rows = DataSources.CountRows(sources);
        var parts = budget.Split(contract.Columns.Count);
        var loaders = contract.Columns.Select((column, i) => ColumnLoader.For(column, contract.Dialect, rows, parts[i])).ToArray();
        var hashes = new RowHashes(contract, keyColumns, rows);
        var firstRows = Read(sources, contract, loaders, hashes, budget);
        if (hashes.Rows == 0)
            throw new BuildException(FileProblems.NoRows(sources[0].Path));
        foreach (var source in sources.Where(source => source.Rows == 0))
            warn(FileProblems.AddsNothing(source.Path));
        List<TableColumn> columns = [.. loaders.Select(loader => loader.Finish())];
        var misused = columns.Zip(loaders, (column, loader) => UseChecks.Find(column, loader.Broken, used ?? UsedColumns.None, hashes.Rows, budget)).SelectMany(rules => rules);
        var content = hashes.Finish();
        var (by, keyed) = hashes.Keyed(content);
        var table = new Table(contract, columns, Partitions(sources, firstRows, hashes.Rows), content, by, RowKeys.Compute(by, keyed, content));
        table.Merge(MergedRows.Find(table, dataset), rows => RowKeys.Compute(by, [.. rows.Select(row => keyed[row])], [.. rows.Select(row => content[row])]));
        List<BrokenRule> broken =
        [
            .. loaders.SelectMany(loader => loader.Broken), .. misused,
            .. RepeatCheck.Find(table.Merged, budget), .. RuleCheck.Find(dataset.Contract, contract, columns, content.Length, budget, warn),
        ];
        Report(
        [
            .. RowLimitCheck.Find(dataset.Contract, contract, sources, table, DateTime.UtcNow),
            .. Describe(dataset, new(new(sources, firstRows, RowKeys.Column(contract)), content.Length, $"'{Path.GetFileName(dataset.Contract)}'"), broken, list),
        ], warn, () => table.Without(broken.Where(rule => rule.IsUnreadable && !rule.IsWarning(content.Length)).Select(rule => rule.Column.Name).ToHashSet()));
        return table;
    }

    static List<Partition> Partitions(IReadOnlyList<DataSource> sources, List<int> firstRows, int rows) =>
        [.. sources.Select((source, i) => new Partition(source, firstRows[i], (i + 1 < firstRows.Count ? firstRows[i + 1] : rows) - firstRows[i]))];

    static IReadOnlyList<Diagnostic> Describe(Dataset dataset, ViolationReport report, List<BrokenRule> broken, ViolationList? list)
    {
        list?.Delete(dataset.Name);
        return broken.Count == 0 ? [] : report.Describe(broken, list is null ? null : places => list.Write(dataset.Name, broken, places));
    }

    static void Report(IReadOnlyList<Diagnostic> found, Action<Diagnostic> warn, Func<Table> legible)
    {
        foreach (var warning in found.Where(diagnostic => diagnostic.IsWarning))
            warn(warning);
        if (found.Any(diagnostic => !diagnostic.IsWarning))
            throw new ContractViolationException([.. found.Where(diagnostic => !diagnostic.IsWarning)], legible());
    }

    static List<int> Read(IReadOnlyList<DataSource> sources, DataContract contract, ColumnLoader[] loaders, RowHashes hashes, ViolationBudget budget)
    {
        using var engine = DuckEngine.Open();
        var missing = contract.Columns.Select(column => new MissingTexts(contract.Dialect.MissingIn(column))).ToArray();
        var firstRows = new List<int>();
        EachFile.Read(sources, source => source.Path, source =>
        {
            firstRows.Add(hashes.Rows);
            source.Read(engine, [.. contract.Columns.Select(column => column.Name)], chunk =>
            {
                hashes.Next(chunk.Rows);
                budget.Deal();
                SideBySide.Run(loaders.Length, chunk.Rows, column =>
                {
                    var fields = ArrayPool<ulong>.Shared.Rent(chunk.Rows);
                    loaders[column].Add(chunk[column], fields.AsSpan(0, chunk.Rows), missing[column]);
                    hashes.Add(contract.Columns[column].Name, fields.AsSpan(0, chunk.Rows));
                    ArrayPool<ulong>.Shared.Return(fields);
                });
            });
        });
        budget.Collect();
        return firstRows;
    }
}
