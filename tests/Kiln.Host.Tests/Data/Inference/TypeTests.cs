using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class TypeTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ColumnType.Integer, "1 2 3 -4")]
    [InlineData(ColumnType.Number, "1 2.5 3")]
    [InlineData(ColumnType.Number, "1 2e3 3")]
    [InlineData(ColumnType.Boolean, "0 1 1 0")]
    [InlineData(ColumnType.Boolean, "true false true")]
    [InlineData(ColumnType.Boolean, "Y N N")]
    [InlineData(ColumnType.Boolean, "f t t")]
    [InlineData(ColumnType.Integer, "0 1 2")]
    [InlineData(ColumnType.Integer, "1 1 1")]
    [InlineData(ColumnType.Category, "yes no maybe yes no maybe")]
    [InlineData(ColumnType.Category, "yes No no yes No no")]
    [InlineData(ColumnType.Category, "male female male female")]
    [InlineData(ColumnType.Text, "male female other male female")]
    [InlineData(ColumnType.Category, "007 007 12 12")]
    [InlineData(ColumnType.Text, "01234 56789 00001")]
    [InlineData(ColumnType.Text, "9007199254740993 1 2")]
    [InlineData(ColumnType.Number, "9007199254740993 1.5 2")]
    [InlineData(ColumnType.DateTime, "2024-01-01 2024-12-31")]
    [InlineData(ColumnType.DateTime, "2024-01-01T10:00 2024-12-31")]
    [InlineData(ColumnType.Text, "2024-01-01 2024-02-30 2024-01-03")]
    [InlineData(ColumnType.DateTime, "20240101 20240102")]
    [InlineData(ColumnType.Integer, "20240101 20240132")]
    [InlineData(ColumnType.Integer, "18991231 20240102")]
    [InlineData(ColumnType.Text, "1,5 2,5 3,5")]
    [InlineData(ColumnType.Text, "10:00 11:30 23:59")]
    public void Types(ColumnType expected, string values) => Assert.Equal(expected, Infer(values).Type);

    [Fact]
    public void One_late_row_decides()
    {
        var rows = Enumerable.Range(0, 60_000).Select(i => (i % 1000).ToString()).ToList();
        Assert.Equal(ColumnType.Integer, Infer(rows).Type);

        rows[^1] = "0.5";
        Assert.Equal(ColumnType.Number, Infer(rows).Type);

        rows[^1] = "none of these";
        Assert.Equal(ColumnType.Text, Infer(rows).Type);
    }

    [Fact]
    public void A_category_has_500_values_at_most()
    {
        Assert.Equal(ColumnType.Category, Infer(Enumerable.Range(0, 2000).Select(i => "v" + i % 500)).Type);
        Assert.Equal(ColumnType.Text, Infer(Enumerable.Range(0, 2000).Select(i => "v" + i % 501)).Type);
    }

    [Fact]
    public void Values_stand_in_ordinal_order() =>
        Assert.Equal(["B", "Z", "a", "i", "ä", "İ"], Infer("Z a ä B İ i Z a ä B İ i").Values);

    [Fact]
    public void Booleans_keep_their_spelling()
    {
        var column = Infer("NO Yes NO");
        Assert.Equal(("Yes", "NO"), (column.TrueText, column.FalseText));
    }

    [Fact]
    public void Nothing_negative_means_a_least_of_zero()
    {
        Assert.Equal(0, Infer("1 2.5 0").Min);
        Assert.Null(Infer("1 -2.5 0").Min);
        Assert.Null(Infer("1 2.5 0").Max);
    }

    Column Infer(string values) => Infer(values.Split(' '));

    // A quoted field for each, and a second column that keeps the delimiter known.
    Column Infer(IEnumerable<string> values) =>
        _folder.InferColumn("k,v\n" + string.Concat(values.Select(value => $"x,\"{value}\"\n")));
}
