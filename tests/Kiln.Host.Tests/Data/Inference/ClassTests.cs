using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

/// <summary>What a column could be as a label is written down where people see it.</summary>
public sealed class ClassTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    Column Infer(params IEnumerable<string> values) => _folder.InferColumn("x,y\n" + string.Concat(values.Select((value, i) => $"{i}.5,{value}\n")));

    static IEnumerable<string> Repeat(int times, params string[] values) => Enumerable.Range(0, times).SelectMany(_ => values);

    [Theory]
    [InlineData("3 4 5 6 7 8", "3 4 5 6 7 8")]
    [InlineData("10 2 -1", "-1 2 10")]
    [InlineData("2 1", "1 2")]
    [InlineData("0.5 2 1", "0.5 1 2")]
    [InlineData("1.0 2.0 3", "1 2 3")]
    [InlineData("-0.0 0.5 1.5", "0 0.5 1.5")]
    public void Few_numbers_are_classes_in_their_order(string values, string classes) =>
        Assert.Equal(classes, string.Join(" ", Infer(Repeat(10, values.Split(' '))).Classes));

    [Fact]
    public void Many_numbers_or_few_rows_are_none()
    {
        Assert.Equal(20, Infer(Repeat(5, [.. Enumerable.Range(0, 20).Select(i => i.ToString())])).Classes.Count);
        Assert.Empty(Infer(Repeat(5, [.. Enumerable.Range(0, 21).Select(i => i.ToString())])).Classes);
        Assert.Empty(Infer(Repeat(4, "1", "2", "3")).Classes);
        Assert.Empty(Infer(Repeat(40, "7")).Classes);
        Assert.Empty(Infer(Repeat(10, "a", "b", "c")).Classes);
    }

    [Fact]
    public void Few_numbers_are_counted_in_the_profile()
    {
        var contract = _folder.Infer("y\n" + string.Concat(Repeat(5, "3\n", "4\n", "4\n")));
        Assert.Equal([new("3", 5), new("4", 10)], contract.Profile["y"].Top);
    }

    [Theory]
    [InlineData("spam nonspam nonspam", "spam")]
    [InlineData("male female", "male")]
    [InlineData("+ + + -", "+")]
    [InlineData("2 1 2 2", "1")]
    [InlineData("-1 -1 1 -1", "1")]
    [InlineData("a b c", null)]
    [InlineData("yes no", null)]
    [InlineData("0.0 1.0", null)]
    public void Which_of_two_values_counts_as_yes_is_written_down(string values, string? positive) =>
        Assert.Equal(positive, Infer(Repeat(10, values.Split(' '))).Positive);

    [Theory]
    [InlineData("1.0 0.0", "1.0", "0.0")]
    [InlineData("0 1.00", "1.00", "0")]
    [InlineData("0 1", "1", "0")]
    public void Zero_and_one_are_false_and_true_however_they_are_written(string values, string yes, string no)
    {
        var column = Infer(Repeat(10, values.Split(' ')));
        Assert.Equal((ColumnType.Boolean, yes, no), (column.Type, column.TrueText, column.FalseText));
    }
}
