using Kiln.Host.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.NewData;

/// <summary>The rows of a real data set, of which each draw is another random order cut into files or slices of time.</summary>
sealed class ShuffledRows(Series series, int seed) : IDisposable
{
    /// <summary>A month of flights is more than a thousand draws need.</summary>
    const int Most = 5000;

    readonly Random _random = new(seed);
    readonly Table _table = series.Load();

    public int Rows => Math.Min(Most, _table.Rows);

    public static ShuffledRows Read(string name, int seed)
    {
        var lines = name switch
        {
            "flights" => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv")),
            "weather" => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "seattle_weather.csv")),
            "churn" => OtherData.ReadLines("mlc_churn", "R package modeldata 1.1.0"),
            _ => throw new ArgumentException(name, nameof(name)),
        };
        return new(new(lines[0], [lines[1..]]), seed);
    }

    /// <param name="shift">Of a column in the last file, in standard deviations.</param>
    public Table Next(int rowsOfFile, int known, (string Column, double Deviations)? shift = null)
    {
        int[] order = [.. Enumerable.Range(0, _table.Rows)];
        _random.Shuffle(order);
        order = order[..(rowsOfFile * (known + 1))];
        var columns = _table.Columns.Select(column => column.Take(order)).ToList();
        if (shift is { } size)
            Shift((NumberColumn)columns.Single(column => column.Column.Name == size.Column), size.Deviations, rowsOfFile * known);
        ulong[] hashes = [.. order.Select(row => _table.RowHashes[row])];
        var files = Enumerable.Range(0, known + 1).Select(file => new Partition(_table.Partitions[0].Source, file * rowsOfFile, rowsOfFile));
        return new(_table.Contract, columns, [.. files], hashes, [], hashes);
    }

    /// <summary>The same in one file, where they have each other's times in the order of these.</summary>
    public Table NextInTime(int rowsOfSlice, int known)
    {
        var table = Next(rowsOfSlice, known);
        var columns = table.Columns.Select(column => column == table.Time ? new DateTimeColumn(column.Column, [.. table.Time.Values.Order()]) : column);
        return new(table.Contract, [.. columns], [new(table.Partitions[0].Source, 0, table.Rows)], table.RowHashes, [], table.RowHashes);
    }

    public void Dispose() => series.Dispose();

    static void Shift(NumberColumn column, double deviations, int from)
    {
        var mean = column.Values.Average();
        var deviation = Math.Sqrt(column.Values.Average(value => Math.Pow(value - mean, 2)));
        foreach (ref var value in column.Values.AsSpan(from))
            value += deviations * deviation;
    }
}
