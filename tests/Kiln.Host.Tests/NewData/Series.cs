using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.NewData;
using Kiln.Host.Requests;

namespace Kiln.Host.Tests.NewData;

/// <summary>A dataset of several files that arrived one after the other.</summary>
sealed class Series : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln series ünï ").FullName;
    readonly string _header;
    readonly Lazy<DataContract> _contract;

    /// <param name="header">The columns' names.</param>
    /// <param name="parts">The rows of each, in the order in which they arrived.</param>
    public Series(string header, IEnumerable<IReadOnlyList<string>> parts)
    {
        _header = header;
        var count = 0;
        foreach (var rows in parts)
            Write($"{++count:D4}.csv", rows);
        var files = Files;
        _contract = new(() => Open(ContractInference.Infer(Dataset(files), null, _ => { })));
    }

    /// <summary>A file that holds rows by day, cut where the key of a row changes.</summary>
    /// <param name="change">Of each row.</param>
    public static Series Read(string path, Func<string, string> key, Func<string, string>? change = null)
    {
        var lines = File.ReadAllLines(path);
        return new(lines[0], lines.Skip(1).Select(change ?? (row => row)).GroupBy(key).Select(group => (IReadOnlyList<string>)[.. group]));
    }

    public IReadOnlyList<string> Files => [.. Directory.GetFiles(_folder, "*.csv").Order(StringComparer.Ordinal)];

    public DataContract Contract => _contract.Value;

    public string[] Rows(int file) => File.ReadAllLines(Files[file])[1..];

    public string Write(string name, IEnumerable<string> rows)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, rows.Prepend(_header));
        return path;
    }

    /// <summary>What is said of the last of some files when the others were known.</summary>
    public IReadOnlyList<Diagnostic> Arrive(params IReadOnlyList<string> files)
    {
        var table = TableLoader.Load(Dataset(files), Contract, null, _ => { });
        return Arrive(table, [.. table.Partitions.SkipLast(1)], table.Partitions[^1]);
    }

    /// <summary>What is said of several files that arrived at once.</summary>
    public IReadOnlyList<Diagnostic> ArriveTogether(IReadOnlyList<string> known, params string[] fresh)
    {
        var table = TableLoader.Load(Dataset([.. known, .. fresh]), Contract, null, _ => { });
        List<Partition> before = [.. table.Partitions.Take(known.Count)];
        return [.. table.Partitions.Skip(known.Count).SelectMany(file => Arrive(table, before, file))];
    }

    /// <summary>What is said of the one file of a dataset that held some rows when the lock was written, and holds others now.</summary>
    public IReadOnlyList<Diagnostic> Grow(IEnumerable<string> before, IEnumerable<string> now, bool isWrittenAnew = false) =>
        Load(before) is var was ? Grow(Load(now), DataIdentity.Describe(was.Partitions[0], was, "series.csv"), isWrittenAnew) : [];

    /// <param name="before">How many of the first rows were there when the lock was written.</param>
    public static IReadOnlyList<Diagnostic> Grow(Table now, int before) => Grow(now, DataIdentity.Describe(now.Partitions[0] with { Rows = before }, now, "series.csv"), false);

    static IReadOnlyList<Diagnostic> Grow(Table now, LockedPartition was, bool isWrittenAnew) =>
        [.. new OneFileCheck(now, new(asErrors: false), isWrittenAnew).Check(was, Growth.Find(now, now.Partitions[0], was, readsAlike: true))];

    Table Load(IEnumerable<string> rows) => TableLoader.Load(Dataset([Write("joined.txt", rows)]), Contract, null, _ => { });

    public static IReadOnlyList<Diagnostic> Arrive(Table table, IReadOnlyList<Partition> known, Partition fresh) =>
        [.. new NewRowsCheck(table.Columns, Repeats.Count(table.RowHashes, table.Partitions, [.. table.Partitions.Select(known.Contains)]), new(asErrors: false)).Check(new NewFile(fresh, known))];

    /// <summary>The column whose name the diagnostic stands at, or in which it stands.</summary>
    public static int ColumnAt(Diagnostic diagnostic) =>
        File.ReadLines(diagnostic.File).ElementAt(diagnostic.Line - 1)[..(diagnostic.Column - 1)].Count(c => c == ',');

    /// <summary>The contract with every column nullable, so that what is missing is no error of its own.</summary>
    static DataContract Open(DataContract contract) => ContractJson.Read(ContractJson.Write(contract).Replace("\"nullable\": false", "\"nullable\": true"));

    public Table Load() => TableLoader.Load(Dataset(Files), Contract, null, _ => { });

    Dataset Dataset(IReadOnlyList<string> files) => new("series", Path.Combine(_folder, "series.schema.json"), Path.Combine(_folder, "App.csproj"), "*.csv", files);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
