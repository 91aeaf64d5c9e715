using System.Text;
using Kiln.Contracts.Data;

namespace Kiln.Host.Tests.Data.Mutations;

/// <summary>A real file that mutators start from.</summary>
sealed class Original(string text, DataContract contract, int seed)
{
    readonly Random _random = new(seed);

    public string Text { get; } = text;

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>The file line by line, without line ends; no field has one inside.</summary>
    public List<string> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The header and the rows, field by field.</summary>
    public List<string[]> Rows => DelimitedText.Read(Bytes, ',')!;

    /// <summary>The number of a row, from 1, neither the first nor the last.</summary>
    public int Row() => _random.Next(2, Lines.Count - 2);

    /// <summary>The first column of which that is true.</summary>
    public int Column(Func<Column, bool> fits)
    {
        var column = contract.Columns.FirstOrDefault(column => column.Role != ColumnRole.Ignore && fits(column));
        return column is null ? -1 : Array.IndexOf(Rows[0], column.Name);
    }

    public int NumberColumn => Column(column => column.Type is ColumnType.Number or ColumnType.Integer);

    public int TextColumn => Column(column => column.Type is ColumnType.Category or ColumnType.Text);

    /// <summary>The file with other rows.</summary>
    public static byte[] Write(IEnumerable<string[]> rows, string delimiter = ",", string lineEnd = "\n", Func<string, string>? quote = null) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(delimiter, row.Select(quote ?? Quote)) + lineEnd)));

    public static string Quote(string field) => field.AsSpan().ContainsAny(",;\t|\"\r\n") ? Always(field) : field;

    public static string Always(string field) => "\"" + field.Replace("\"", "\"\"") + "\"";

    /// <summary>The file with other lines.</summary>
    public byte[] WithLines(Action<List<string>> change, string lineEnd = "\n")
    {
        var lines = Lines;
        change(lines);
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + lineEnd)));
    }

    /// <summary>The file with another field in a row; null where there is no such column.</summary>
    public byte[]? WithField(int column, Func<string, string> change)
    {
        if (column < 0)
            return null;
        var rows = Rows;
        var row = Enumerable.Range(Row(), rows.Count).Select(i => 1 + i % (rows.Count - 1)).First(i => rows[i][column].Length > 0 && rows[i][column] != "NA");
        rows[row][column] = change(rows[row][column]);
        return Write(rows);
    }
}
