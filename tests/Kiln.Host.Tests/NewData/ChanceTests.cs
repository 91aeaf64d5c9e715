using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Diagnostics;
using Kiln.Host.NewData;

namespace Kiln.Host.Tests.NewData;

/// <summary>
/// Alarms against data in which nothing changed, and against shifts of known size. The generator has a fixed seed, so what holds once holds always. The
/// counts are in the output.
/// </summary>
public sealed class ChanceTests : IDisposable
{
    const int Splits = 1000, Runs = 200;


    const int Columns = 10;

    static readonly Column[] Numbers = [.. Enumerable.Range(0, Columns).Select(i => new Column
    {
        Name = $"x{i}", Property = $"X{i}", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature,
    })];

    /// <summary>Only its header is read, for the place of a column's name.</summary>
    readonly string _file = Path.GetTempFileName();

    readonly ITestOutputHelper _output;

    public ChanceTests(ITestOutputHelper output)
    {
        _output = output;
        File.WriteAllText(_file, string.Join(',', Numbers.Select(column => column.Name)) + "\n");
    }

    public void Dispose() => File.Delete(_file);

    /// <summary>One good file in a hundred may be told something; with 1,000 files, 18 or more have a chance of one in a hundred where the rate holds.</summary>
    [Theory]
    [InlineData(2, 200)]
    [InlineData(6, 200)]
    [InlineData(12, 400)]
    public void Random_parts_of_unchanged_data_raise_no_more_alarms_than_stated(int known, int rows)
    {
        var data = new Normals(new(7 + known), known, rows);

        Quiet($"normal numbers, {known} known files, {rows} rows", () => Arrive(Split(data.Next(0), known)));
    }

    /// <summary>The rows of real data in random order, which belong to no time any longer.</summary>
    [Theory]
    [InlineData("flights", 6)]
    [InlineData("weather", 6)]
    [InlineData("churn", 6)]
    public void Random_parts_of_real_data_raise_no_more_alarms_than_stated(string name, int known)
    {
        using var shuffled = ShuffledRows.Read(name, 7 + known);

        Quiet($"{name}, {known} known files, {shuffled.Rows / (known + 1)} rows", () => Arrive(shuffled.Next(shuffled.Rows / (known + 1), known)));
    }

    /// <summary>The same rows in one file, each of them at a random moment.</summary>
    [Theory]
    [InlineData(2, 200)]
    [InlineData(6, 200)]
    [InlineData(6, 20)]
    [InlineData(40, 20)]
    public void Slices_of_rows_at_random_moments_raise_no_more_alarms_than_stated(int known, int rows)
    {
        var data = new Normals(new(7 + known), known, rows);
        var random = new Random(rows);

        Quiet($"normal numbers, {known} known slices, {rows} rows", () => Series.Grow(Grown(data.Next(0), known * rows, random), known * rows));
    }

    [Theory]
    [InlineData("flights", 6)]
    [InlineData("weather", 6)]
    public void Slices_of_real_data_with_shuffled_times_raise_no_more_alarms_than_stated(string name, int known)
    {
        using var shuffled = ShuffledRows.Read(name, 7 + known);
        var rows = shuffled.Rows / (known + 1);

        Quiet($"{name}, {known} known slices, {rows} rows", () => Series.Grow(shuffled.NextInTime(rows, known), known * rows));
    }

    /// <summary>One column of ten is shifted by 0.3 standard deviations in a file of 1,000 rows.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(12)]
    public void A_shift_of_a_third_of_a_standard_deviation_is_found(int known)
    {
        var data = new Normals(new(11 + known), known, 1000);

        Loud($"normal numbers, {known} known files", "x0", () => Arrive(Split(data.Next(0.3), known)));
    }

    [Theory]
    [InlineData("flights", 4, "distance")]
    [InlineData("churn", 4, "total_day_minutes")]
    [InlineData("churn", 4, "total_intl_charge")]
    public void A_shift_of_a_third_of_a_standard_deviation_is_found_in_real_data(string name, int known, string column)
    {
        using var shuffled = ShuffledRows.Read(name, 11 + known);

        Loud($"{name}, {known} known files", column, () => Arrive(shuffled.Next(1000, known, (column, 0.3))));
    }

    void Quiet(string what, Func<IReadOnlyList<Diagnostic>> arrive)
    {
        var alarms = Enumerable.Range(0, Splits).Count(_ => arrive().Count > 0);
        _output.WriteLine($"{what}: {alarms} of {Splits} random splits of unchanged data raised an alarm; {NewRowsCheck.FalseAlarms * Splits:0} is the stated rate");
        Assert.InRange(alarms, 0, 17);
    }

    void Loud(string what, string column, Func<IReadOnlyList<Diagnostic>> arrive)
    {
        var found = Enumerable.Range(0, Runs).Count(_ => arrive().Any(diagnostic => diagnostic.Id == Ids.ColumnChanged && diagnostic.Message.Contains($"'{column}'", StringComparison.Ordinal)));
        _output.WriteLine($"{column} of {what}: a shift of 0.3 standard deviations in 1,000 rows was found in {found} of {Runs} runs");
        Assert.InRange(found, 190, Runs);
    }

    static IReadOnlyList<Diagnostic> Arrive(Table table) => Series.Arrive(table, [.. table.Partitions.SkipLast(1)], table.Partitions[^1]);

    Table Split(double[][] values, int known)
    {
        var rows = values[0].Length / (known + 1);
        ulong[] hashes = [.. Enumerable.Range(0, values[0].Length).Select(row => (ulong)row)];
        var source = CsvSource.Open(_file, new());
        var parts = Enumerable.Range(0, known + 1).Select(file => new Partition(source, file * rows, rows));
        return new(new() { Dataset = "x", Columns = Numbers }, [.. Numbers.Zip(values, (column, all) => new NumberColumn(column, all))], [.. parts], hashes, [], hashes);
    }

    /// <summary>Rows of two years, the last of them after the others.</summary>
    Table Grown(double[][] values, int known, Random random)
    {
        var rows = values[0].Length;
        DateTime?[] moments = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble()).Order().Select(part => new DateTime(2022, 1, 1).AddDays(730 * part))];
        Column time = new() { Name = "at", Property = "At", Type = ColumnType.DateTime, Nullable = false, Role = ColumnRole.Time };
        ulong[] hashes = [.. Enumerable.Range(0, rows).Select(row => (ulong)row)];
        List<TableColumn> columns = [new DateTimeColumn(time, moments), .. Numbers.Zip(values, (column, all) => new NumberColumn(column, all))];
        return new(new() { Dataset = "x", Columns = [time, .. Numbers] }, columns, [new(CsvSource.Open(_file, new()), 0, rows)], hashes, [], hashes);
    }

    /// <summary>Independent normal numbers, of which each draw is another random order.</summary>
    sealed class Normals(Random random, int known, int rows)
    {
        readonly double[][] _values = [.. Numbers.Select(_ => Enumerable.Range(0, (known + 1) * rows).Select(_ =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray())];

        /// <param name="shift">Of the first column in the last file, in standard deviations.</param>
        public double[][] Next(double shift)
        {
            int[] order = [.. Enumerable.Range(0, (known + 1) * rows)];
            random.Shuffle(order);
            var drawn = _values.Select(values => order.Select(row => values[row]).ToArray()).ToArray();
            foreach (ref var value in drawn[0].AsSpan(known * rows))
                value += shift;
            return drawn;
        }
    }
}
