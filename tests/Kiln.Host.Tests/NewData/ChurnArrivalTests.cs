using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Tests.Leaks;
using Kiln.Testing;

namespace Kiln.Host.Tests.NewData;

/// <summary>
/// Bad arrivals among customers, who have no time: seven files drawn at random from one table, of which the last is not like the six before it. Rows
/// dated 2091 are not among them, because the table has no date.
/// </summary>
public sealed class ChurnArrivalTests : IDisposable
{
    /// <summary>The columns of the file that are spoilt.</summary>
    const int State = 0, InternationalPlan = 3, DayMinutes = 6, DayCharge = 8, EveCharge = 11, NightMinutes = 12, ServiceCalls = 18, Churn = 19;

    const int Files = 7;

    static readonly Lazy<string[]> Lines = new(() => OtherData.ReadLines("mlc_churn", "R package modeldata 1.1.0"));

    readonly Series _series = new(Lines.Value[0], Shuffled(1));

    public void Dispose() => _series.Dispose();

    public static TheoryData<string, string, int> Bad => new()
    {
        { "unit", Ids.ColumnChanged, DayMinutes },
        { "constant", Ids.ColumnChanged, DayMinutes },
        { "mean", Ids.ColumnChanged, DayMinutes },
        { "outliers", Ids.ColumnChanged, NightMinutes },
        { "quantiles", Ids.ColumnChanged, DayMinutes },
        { "shares of a category", Ids.ColumnChanged, State },
        { "shares of yes and no", Ids.ColumnChanged, InternationalPlan },
        { "shares of the label", Ids.ColumnChanged, Churn },
        { "gives the label away", Ids.ColumnChanged, ServiceCalls },
        { "missing", Ids.MissingChanged, DayMinutes },
        { "missing category", Ids.MissingChanged, InternationalPlan },
        { "repeated", Ids.RowsRepeatedInFile, 0 },
        { "copy", Ids.RowsOfEarlierFile, 0 },
        { "overlap", Ids.RowsOfEarlierFile, 0 },
        { "cut off", Ids.RowCountUnusual, 0 },
        { "three times as many", Ids.RowCountUnusual, 0 },
        { "exchanged", Ids.ColumnsExchanged, DayCharge },
        { "exchanged", Ids.ColumnsExchanged, EveCharge },
        { "another column's values", Ids.ColumnChanged, DayCharge },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_file_is_told_at_its_column(string what, string id, int column)
    {
        var file = _series.Write("new.csv", Spoil(what, _series.Rows(6), _series.Rows(5)));

        var found = _series.Arrive([.. _series.Files.Take(6), file]);

        Assert.Contains(found, diagnostic => diagnostic.Id == id && Series.ColumnAt(diagnostic) == column && diagnostic.File == file);
        Assert.DoesNotContain(found, diagnostic => diagnostic.File != file);
    }

    /// <summary>What the contract does not allow is an error at its field.</summary>
    [Theory]
    [InlineData(State, "XX", Ids.ValueOutsideDomain)]
    [InlineData(DayMinutes, "-1", Ids.ValueOutsideDomain)]
    [InlineData(Churn, "perhaps", Ids.ValueHasWrongType)]
    public void A_value_that_is_unseen_or_out_of_its_domain_is_refused_at_its_field(int column, string value, string id)
    {
        var file = _series.Write("new.csv", _series.Rows(6).Change(column, (was, row) => row == 100 ? value : was));

        var error = Assert.Single(Assert.ThrowsAny<BuildException>(() => _series.Arrive([.. _series.Files.Take(6), file])).Diagnostics);

        Assert.Equal((id, file, 102, column), (error.Id, error.File, error.Line, Series.ColumnAt(error)));
    }

    [Fact]
    public void Two_new_files_with_the_same_rows_are_told_at_the_second()
    {
        var first = _series.Write("new 1.csv", _series.Rows(6));
        var second = _series.Write("new 2.csv", _series.Rows(6).Reverse());

        var found = _series.ArriveTogether([.. _series.Files.Take(6)], first, second);

        Assert.Equal((Ids.RowsOfEarlierFile, second), (Assert.Single(found).Id, found[0].File));
    }

    /// <summary>Each of the files in turn as the one that arrives, of several shuffles.</summary>
    [Fact]
    public void A_good_file_after_six_is_not_told()
    {
        var told = new List<string>();
        for (var seed = 1; seed <= 5; seed++)
        {
            using var series = new Series(Lines.Value[0], Shuffled(seed));
            var table = series.Load();
            foreach (var file in table.Partitions)
                told.AddRange(Series.Arrive(table, [.. table.Partitions.Except([file])], file).Select(diagnostic => $"{seed}: {diagnostic}"));
        }

        Assert.Empty(told);
    }

    /// <summary>Where every file has it, no file is unlike the others: the build that trains tells it in the contract.</summary>
    [Fact]
    public void A_column_that_gives_the_label_away_in_every_file_is_told_in_the_contract()
    {
        var rows = Lines.Value.Skip(1).Select(row => row.EndsWith(",yes", StringComparison.Ordinal) ? row.Split(',') is var f ? string.Join(',', [.. f[..ServiceCalls], "9", f[Churn]]) : row : row);
        using var project = LeakProject.Create(string.Join('\n', rows.Prepend(Lines.Value[0])) + "\n", "churn");

        var warnings = LeakProject.Warnings(project, project.Train());

        Assert.Contains($"data/data.schema.json({LeakProject.ContractLine(project, "number_customer_service_calls")},1): warning KILN5006: "
            + "'number_customer_service_calls' alone reaches AreaUnderRocCurve ", Assert.Single(warnings, line => line.Contains(Ids.GoldenFeature)));
    }

    static IEnumerable<string> Spoil(string what, string[] rows, string[] before) => what switch
    {
        "unit" => rows.Change(DayMinutes, value => Fields.Text(Math.Round(1.6 * Fields.Number(value), 1))),
        "constant" => rows.Change(DayMinutes, _ => "0"),
        "mean" => rows.Change(DayMinutes, value => Fields.Text(Math.Round(Fields.Number(value) + 20, 1))), // 0.37 standard deviations
        "outliers" => rows.Change(NightMinutes, (value, row) => row % 150 == 0 ? "9999.9" : value),
        "quantiles" => rows.Change(DayMinutes, value => Fields.Text(Math.Round(180 + 0.4 * (Fields.Number(value) - 180), 1))),
        "shares of a category" => rows.Change(State, (value, row) => row % 4 == 0 ? "WV" : value),
        "shares of yes and no" => rows.Change(InternationalPlan, (value, row) => row % 4 == 0 ? "yes" : value),
        "shares of the label" => rows.Change(Churn, _ => "yes"),
        "gives the label away" => rows.Select(row => row.Split(',') is var f ? string.Join(',', [.. f[..ServiceCalls], f[Churn] == "yes" ? "5" : "1", f[Churn]]) : row),
        "missing" => rows.Change(DayMinutes, (value, row) => row % 20 == 0 ? "" : value),
        "missing category" => rows.Change(InternationalPlan, (value, row) => row % 20 == 0 ? "" : value),
        "repeated" => rows.Concat(rows.Take(3 * rows.Length / 10)),
        "copy" => before,
        "overlap" => rows.Concat(before.Take(before.Length / 10)),
        "cut off" => rows.Take(rows.Length / 40),
        // Rows that differ, so that none of them repeats another.
        "three times as many" => Enumerable.Range(0, 3).SelectMany(time => rows.Change(DayMinutes, value => Fields.Text(Fields.Number(value) + 0.01 * time))),
        "exchanged" => rows.Exchange(DayCharge, EveCharge),
        "another column's values" => rows.Select(row => row.Split(',') is var f ? string.Join(',', [.. f[..DayCharge], f[EveCharge], .. f[(DayCharge + 1)..]]) : row),
        _ => throw new ArgumentException(what, nameof(what)),
    };

    static IEnumerable<IReadOnlyList<string>> Shuffled(int seed)
    {
        string[] rows = [.. Lines.Value.Skip(1)];
        new Random(seed).Shuffle(rows);
        return rows.Chunk(rows.Length / Files).Take(Files);
    }
}
