using System.Globalization;

namespace Kiln.Host.Tests.Data.Checks;

/// <summary>What a contract can ask of the rows as a whole.</summary>
public sealed class RowLimitTests : IDisposable
{
    static readonly string Columns = CheckedData.Column("at", "date-time", role: "time") + ",\n" + CheckedData.Number("v");

    readonly CheckedData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Too_few_rows_are_told_at_the_limit_and_at_the_file()
    {
        var dataset = _data.Write([("a.csv", Rows(3)), ("b.csv", Rows(10)), ("c.csv", Rows(40))], Columns, "\"rows\": { \"min\": 1000, \"perFile\": { \"min\": 5, \"max\": 20 } }");

        Assert.Equal(
            [
                "data.schema.json(6,1): error KILN1042: dataset 'data' has 53 rows, fewer than the 1,000 that \"rows\" asks for, "
                    + "so the export may be cut off or hold other data; fetch it again, or change \"min\" of \"rows\" in 'data.schema.json'",
                "a.csv(1,1): error KILN1042: this file has 3 rows, fewer than the 5 that each file is to have, "
                    + "so the export may be cut off or hold other data; fetch it again, or change \"perFile\" of \"rows\" in 'data.schema.json'",
                "c.csv(1,1): error KILN1042: this file has 40 rows, more than the 20 that each file is to have, "
                    + "so the export may be cut off or hold other data; fetch it again, or change \"perFile\" of \"rows\" in 'data.schema.json'",
            ],
            _data.Say(dataset));
        Assert.Empty(_data.Say(_data.Write([("a.csv", Rows(5)), ("b.csv", Rows(20))], Columns, "\"rows\": { \"min\": 25, \"perFile\": { \"min\": 5, \"max\": 20 } }")));
    }

    [Fact]
    public void Data_that_are_too_old_are_told_with_their_age()
    {
        var csv = "at,v\n2019-03-01,1\n2019-02-01,2\n";

        Assert.Matches(
            @"^data\.schema\.json\(6,1\): error KILN1044: the latest row is of 2019-03-01 \('at'\), which is \d,\d{3} days ago and more than ""latest"" allows \(P31D\); add newer data, or allow older ones in ""rows""$",
            Assert.Single(_data.Say(csv, Columns, "\"rows\": { \"latest\": \"P31D\" }")));
        Assert.Contains(": warning KILN1044: ", Assert.Single(_data.Say(csv, Columns, "\"rows\": { \"latest\": \"PT36H\", \"severity\": \"warning\" }")));
        Assert.Contains("no row has a 'at'", Assert.Single(_data.Say("at,v\n,1\n", Columns, "\"rows\": { \"latest\": \"P31D\" }")));
        Assert.Empty(_data.Say($"at,v\n{DateTime.UtcNow.AddDays(-6).ToString("s", CultureInfo.InvariantCulture)},1\n", Columns, "\"rows\": { \"latest\": \"P1W\" }"));
    }

    static string Rows(int count) => "at,v\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"2024-01-01,{i}\n"));
}
