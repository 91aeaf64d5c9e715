using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Violations;

/// <summary>What is wrong with one value, and what to do about it.</summary>
static class ViolationMessage
{
    const int LongestShown = 60;

    const int LongestRule = 120;

    /// <summary>Shorter values are codes, of which many differ in one letter.</summary>
    const int ShortestSimilar = 4;

    /// <param name="rows">Which of how many it is.</param>
    /// <param name="contract">The contract as messages name it.</param>
    public static string Format(BrokenRule rule, Violation violation, string rows, string contract)
    {
        var (column, text) = (rule.Column, violation.Value);
        var value = column.Classification is { } classification ? $"a {Words.Format(classification)} value" : Quoted(text);
        return rule.Id switch
        {
            Ids.ValueMissing =>
                $"column '{column.Name}' has no value here ({rows}), which the contract does not allow; "
                + $"fill it in, or write \"nullable\": true for the column in {contract}",
            Ids.ValueOutsideDomain when rule.Rule == "values" =>
                $"{value} {rule.Matter} of column '{column.Name}' ({rows}){(text.Length < ShortestSimilar ? "" : Nearest.Hint(text, column.Values))}; "
                + $"correct it, add it to \"values\" in {contract}, or write \"open\": true there if new values are to be expected",
            Ids.ValueIsNoClass =>
                $"{value} {rule.Matter} of column '{column.Name}' ({rows}), which a model predicts as classes; correct it, or add it to \"classes\" in {contract}",
            Ids.WrongWeight when rule.Rule == "weight" =>
                $"column '{column.Name}' has no value here ({rows}), and it says how much each row counts; write 0 for a row that does not count, 1 for one that counts as it is",
            Ids.WrongWeight =>
                $"{value} in column '{column.Name}' {rule.Matter} ({rows}), and a row cannot count less than not at all; correct it, or write 0 for a row that does not count",
            Ids.WrongRanking when rule.Rule == "relevance" =>
                $"{value} in column '{column.Name}' {rule.Matter} ({rows}), and a model ranks by it; number the levels from 0, for rows that are not relevant",
            Ids.WrongRanking =>
                $"column '{column.Name}' has no value here ({rows}), and it says of which query a row is, by which a model ranks; fill it in, or remove the row",
            Ids.ValueOutsideDomain =>
                $"{value} {rule.Matter} of column '{column.Name}' ({rows}); correct it, or change \"{rule.Rule}\" in {contract}",
            Ids.TooManyMissing =>
                $"column '{column.Name}' has no value here ({rows}), and at most {Counted.Share(column.MaxMissing!.Value)} of its values may be missing; "
                + $"fill them in, or raise \"maxMissing\" in {contract}",
            Ids.ValueRepeated when rule.Rule == "key" =>
                $"an earlier row has the same values{Repeated(text)} in {rule.Matter} ({rows}), the key by which rows are known; remove one of them, or change \"key\" in {contract}",
            Ids.ValueRepeated =>
                $"an earlier row has the same value{Repeated(text)} in column '{column.Name}' ({rows}), whose values are unique; "
                + $"remove one of them, or leave out \"unique\" in {contract}",
            Ids.RowsRepeated =>
                $"an earlier row is the same in every column ({rows}), and at most {rule.Matter} of the rows may repeat one; "
                + $"remove them, or raise \"duplicates\" in {contract}",
            Ids.RuleBroken =>
                $"this row breaks the rule '{rule.Rule}', {Shortened.Text(rule.Matter, LongestRule)}: {Shortened.Text(text, LongestRule)} ({rows}); correct the row, or change the rule in {contract}",
            Ids.NumberTooLarge =>
                $"{value} in column '{column.Name}' {rule.Matter} ({rows}); "
                + "correct it, write the column in a larger unit, or, if it means that the value is missing, add it to "
                + $"\"missing\" in {contract}",
            _ =>
                $"{value} in column '{column.Name}' {rule.Matter} ({rows}); "
                + "correct it, or, if it means that the value is missing, add it to the column's "
                + $"\"missing\" in {contract}, or give the column another \"type\" there",
        };
    }

    /// <summary>Nothing where it is not to be shown.</summary>
    static string Repeated(string text) => text.Length == 0 ? "" : $" {Quoted(text)}";

    static string Quoted(string text) => $"'{Shortened.Text(text, LongestShown)}'";
}
