using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;

namespace Kiln.Contracts.Models;

/// <summary>Holds an <c>[Expect]</c> against the contract. What is wrong is told at its argument, or at the column where it names none.</summary>
public static class ExpectationCheck
{
    /// <summary>That a message lists.</summary>
    const int MostClasses = 10;

    /// <param name="all">Those of the model.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static Problem? Check(Expectation expectation, IEnumerable<Expectation> all, ModelShape shape, DataContract contract) =>
        OfTask(shape) ?? OfKind(expectation) ?? OfColumn(expectation, shape, contract) ?? OfClass(expectation, shape) ?? OfBounds(expectation) ?? OfOthers(expectation, all);

    static Problem? OfTask(ModelShape shape) => shape.LearnsFromLabel ? null
        : Wrong(null, $"{shape.Task} has no score that could be expected to go one way: what is unusual, and what is near, is decided by all columns together; remove the expectation");

    static Problem? OfKind(Expectation expectation) => (expectation.Monotone, expectation.Invariant) switch
    {
        (null, false) => Wrong(null, $"nothing is expected of '{expectation.Column}'; write Monotone.Increasing or Monotone.Decreasing behind it, or Invariant = true"),
        (not null, true) => Wrong(nameof(Expectation.Invariant), $"a score that does not depend on '{expectation.Column}' goes no way with it; keep the direction or Invariant = true"),
        _ => null,
    };

    static Problem? OfColumn(Expectation expectation, ModelShape shape, DataContract contract)
    {
        var name = expectation.Column;
        if (contract.Find(name) is not { } column)
            return Wrong(null, UnknownColumn.Describe(name, contract));
        if (column == shape.LabelColumn)
            return Wrong(null, $"'{name}' is the label, which is predicted and not learned from; name a column that the model learns from");
        if (!shape.Features.Contains(column))
            return Wrong(null, $"the model does not learn from '{name}', so its score cannot depend on it; remove the expectation, or let the model learn from the column (Features and Ignore in [Model], its role in {LabelTask.Place(column, contract.Dataset)})");
        return expectation.Monotone is null || column.Type is ColumnType.Number or ColumnType.Integer or ColumnType.Boolean ? null
            : Wrong(null, $"'{name}' is {Words.WithArticle(column.Type)} column, which does not rise; "
                + (column.Type == ColumnType.DateTime ? "the model sees its months and days, so add a number such as the days since a start to the data"
                    : $"if its values have an order, write them as numbers with type \"number\" in {LabelTask.Place(column, contract.Dataset)}, or expect Invariant = true"));
    }

    static Problem? OfClass(Expectation expectation, ModelShape shape)
    {
        if (shape.Task != TaskKind.MulticlassClassification)
            return expectation.Class is null ? null
                : Wrong(nameof(Expectation.Class), $"{(shape.Positive is { } positive && !IsSecret(shape) ? $"the score is the probability of '{positive}'" : "the model has one score")}, so there is no Class to choose; remove Class");
        if (expectation.Class is null)
            return expectation.Monotone is null ? null
                : Wrong(null, $"of several classes some become more probable when others become less, so the direction needs one of them; write {(IsSecret(shape) ? $"Class with a value of '{shape.Label.Name}'" : $"Class = \"{shape.Classes[0]}\", or another of {List(shape)}")}");
        return shape.Classes.Contains(expectation.Class) ? null
            : Wrong(nameof(Expectation.Class), $"'{expectation.Class}' is not a class of '{shape.Label.Name}'{(IsSecret(shape) ? "" : Nearest.Hint(expectation.Class, shape.Classes))}; name one of {(IsSecret(shape) ? "its values" : List(shape))}");
    }

    /// <summary>Whether the label's values may not be printed.</summary>
    static bool IsSecret(ModelShape shape) => shape.LabelColumn?.Classification is not null;

    static string List(ModelShape shape) =>
        string.Join(", ", shape.Classes.Take(MostClasses).Select(name => $"'{name}'")) + (shape.Classes.Count > MostClasses ? $", … ({shape.Classes.Count})" : "");

    static Problem? OfBounds(Expectation expectation) =>
        expectation.Within is { } within && !(within >= 0 && !double.IsInfinity(within))
            ? Wrong(nameof(Expectation.Within), $"Within is how far the score may go the wrong way, and {Text(within)} is no such amount; set it to 0 or more, in the score's unit")
        : expectation.MinShare is { } share && !(share > 0 && share <= 1)
            ? Wrong(nameof(Expectation.MinShare), $"MinShare is the share of rows that must meet the expectation, and {Text(share)} is none; set it above 0 and to 1 at most")
        : null;

    /// <summary>Only a score that ignores the column goes both ways, and no trainer can be told that so.</summary>
    static Problem? OfOthers(Expectation expectation, IEnumerable<Expectation> all) =>
        expectation.Monotone is { } direction && all.Any(other => (other.Column, other.Class) == (expectation.Column, expectation.Class) && other.Monotone is { } opposite && opposite != direction)
            ? Wrong(null, $"'{expectation.Column}' is expected to raise the score and to lower it; keep one of them, or write Invariant = true")
            : null;

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static Problem Wrong(string? argument, string message) => new(Ids.WrongExpectation, argument, message);
}
