using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files.Plain;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>A file of delimited text.</summary>
sealed class CsvSource(string path, Dialect dialect, IReadOnlyList<string> headers, long rows) : DataSource(path, CsvHeader.Names(headers), rows)
{
    public Dialect Dialect { get; } = dialect;

    public override IReadOnlyList<string> Headers { get; } = headers;

    /// <exception cref="BuildException">The file has no header that can be read, a row without an end, or is packed and not whole.</exception>
    public static CsvSource Open(string path, Dialect dialect)
    {
        var headers = CsvHeader.Read(path, dialect);
        using var text = DataFile.Open(path);
        return RowCounter.Count(text, dialect, headers.Count) is { } rows
            ? new(path, dialect, headers, rows)
            : throw new BuildException(LongRow.Find(path, dialect, headers.Count));
    }

    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        int[] indices = [.. columns.Select(IndexOf)];
        var plain = PlainParser.Knows(Dialect, Columns.Count) ? ReadPlain(indices, take) : 0;
        if (plain < Rows)
            ReadRest(engine, indices, plain, take);
    }

    /// <returns>How many rows are plainly written, up to the first that is not.</returns>
    long ReadPlain(int[] columns, Action<IRowChunk> take)
    {
        var taken = 0L;
        using var plain = new PlainRows(DataFile.Open(Path), Dialect, Columns.Count, columns);
        foreach (var rows in ReadAhead.Read(plain.Next, columns.Length))
        {
            take(rows);
            taken += rows.Rows;
        }
        return taken;
    }

    void ReadRest(DuckEngine engine, int[] columns, long rowsBefore, Action<IRowChunk> take)
    {
        try
        {
            using var result = engine.Query(CsvQuery.Select(Path, DataFile.Compression(Path), Dialect, Columns.Count, columns, rowsBefore));
            foreach (var rows in ReadAhead.Read(result.Next, columns.Length))
            {
                if (NulField.Find(rows, Enumerable.Range(0, columns.Length)) is not null)
                    throw new EngineException("a field holds a NUL character");
                take(rows);
            }
        }
        catch (EngineException e)
        {
            throw new BuildException(UnreadableRow.Explain(this, e));
        }
    }

    protected override Diagnostic OtherRows(long read) => FileProblems.RowsLost(Path, Rows, read);

    public override FieldPlace FindHeader(int column)
    {
        using var scanner = CsvScanner.Open(Path, Dialect);
        scanner.ReadRecord();
        return new(Path, scanner.Fields[column].Line, scanner.Fields[column].Column);
    }

    public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key)
    {
        var places = new FieldPlace[fields.Count];
        using var scanner = CsvScanner.Open(Path, Dialect);
        scanner.ReadRecord();
        var row = -1;
        foreach (var index in Enumerable.Range(0, fields.Count).OrderBy(i => fields[i].Row))
        {
            for (; row < fields[index].Row; row++)
                scanner.ReadRow(Columns.Count);
            var field = scanner.Fields[fields[index].Column];
            places[index] = new(Path, field.Line, field.Column);
        }
        return places;
    }
}
