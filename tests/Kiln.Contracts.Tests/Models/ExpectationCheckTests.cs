using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

public sealed class ExpectationCheckTests
{
    static readonly string[] Many = [.. Enumerable.Range(0, 300).Select(i => $"c{i}")];

    [Fact]
    public void Of_many_classes_ten_are_named() =>
        Assert.EndsWith("name one of 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', … (300)", Check(new("x", Direction.Increasing, Class: "d"), Many, null));

    [Theory]
    [InlineData(null, null, "write Class with a value of 'y'")]
    [InlineData("secre", null, "'secre' is not a class of 'y'; name one of its values")]
    [InlineData("a", "binary", "the model has one score, so there is no Class to choose; remove Class")]
    public void Of_a_classified_label_none_is(string? of, string? binary, string message)
    {
        var told = Check(new("x", Direction.Increasing, Class: of), binary is null ? ["secret", "covert", "hidden"] : ["secret", "covert"], Classification.Personal);

        Assert.EndsWith(message, told);
        Assert.DoesNotContain("secret", told);
    }

    static string Check(Expectation expectation, string[] classes, Classification? classification)
    {
        DataContract contract = new()
        {
            Dataset = "data",
            Columns =
            [
                new() { Name = "x", Property = "X", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature },
                new() { Name = "y", Property = "Y", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Label, Values = classes, Classification = classification },
            ],
        };
        var shape = ShapeResolver.Resolve(new() { Name = "M", Type = "M", Dataset = "data", Label = "y", Location = new("M.cs", 1, 1) }, contract, out _)!;
        return ExpectationCheck.Check(expectation, [expectation], shape, contract)!.Message;
    }
}
