using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Expectations;

namespace Kiln.Host.Tests.Expectations;

public sealed class ExchangedValuesTests
{
    static readonly Column Number = new() { Name = "x", Property = "X", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature };

    static readonly Column Text = new() { Name = "t", Property = "T", Type = ColumnType.Text, Nullable = false, Role = ColumnRole.Feature };

    [Fact]
    public void Numbers_are_those_of_every_twentieth_part_of_the_rows_that_train_with_both_ends()
    {
        double[] values = [.. Enumerable.Range(0, 1001).Select(i => i * 5 % 1001 * 1.0), 5000, double.NaN];
        var column = new NumberColumn(Number, values);
        int[] training = [.. Enumerable.Range(0, 1001), 1002];

        Assert.Equal(Enumerable.Range(0, 21).Select(i => i * 50.0), ExchangedValues.Of(column, training).Select(row => values[row]));
        Assert.Equal(1002, ExchangedValues.WithMissing(column, training)[^1]);
        Assert.Equal([1.0, 2, 3], ExchangedValues.Of(new NumberColumn(Number, [3, 1, 2, 1, 3]), [0, 1, 2, 3, 4]).Select(row => new double[] { 3, 1, 2, 1, 3 }[row]));
    }

    [Fact]
    public void What_may_not_be_printed_is_a_place_among_the_others()
    {
        var secret = new Column { Name = "faith", Property = "Faith", Type = ColumnType.Category, Nullable = true, Role = ColumnRole.Feature, Values = ["a", "b"], Classification = Classification.Sensitive };
        var column = new TextColumn(secret, [1, 0, 0, -1], ["a", "b"]);
        var values = ExchangedValues.WithMissing(column, [0, 1, 2, 3]);

        Assert.Equal(["value 1 of 3", "value 2 of 3", "missing"], values.Select(row => ExchangedValues.Name(column, row, values)));
        Assert.Equal("its own value", ExchangedValues.Name(column, 2, values));
    }

    /// <summary>More texts than are tried, in the order of two files.</summary>
    [Fact]
    public void The_texts_that_are_tried_are_the_same_for_the_same_rows_in_any_order()
    {
        string[] texts = [.. Enumerable.Range(0, 450).Select(i => $"text {i % 150}")];
        string[] shuffled = [.. texts];
        new Random(5).Shuffle(shuffled);
        Assert.NotEqual(texts, shuffled);

        var tried = Tried(texts);

        Assert.Equal(tried, Tried(shuffled));
        Assert.Equal(tried.Order(StringComparer.Ordinal), tried);
        Assert.Equal((texts.Min(StringComparer.Ordinal), texts.Max(StringComparer.Ordinal)), (tried[0], tried[^1]));
    }

    static string[] Tried(string[] rows)
    {
        string[] found = [.. rows.Distinct()];
        var column = new TextColumn(Text, [.. rows.Select(row => Array.IndexOf(found, row))], found);
        return [.. ExchangedValues.Of(column, [.. Enumerable.Range(0, rows.Length)]).Select(row => rows[row])];
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        string[] texts = [new('a', 60), new('b', 61), new string('c', 59) + "😀d"];
        var column = new TextColumn(Text, [0, 1, 2], texts);

        Assert.Equal([$"'{texts[0]}'", $"'{new string('b', 60)}…'", $"'{new string('c', 59)}…'"], Enumerable.Range(0, 3).Select(row => ExchangedValues.Name(column, row, [0, 1, 2])));
    }
}
