using Kiln.Contracts.Data;
using Kiln.Contracts.Gates;

namespace Kiln.Contracts.Models;

/// <summary>Holds the <c>Slice</c> of a gate against the contract. What is wrong is told at the gate's arguments.</summary>
public static class SliceCheck
{
    /// <summary>What is wrong with it; null where nothing is, or the gate has none.</summary>
    public static Problem? Check(Gate gate, ModelShape shape, DataContract contract)
    {
        if (gate.Slice is not { } name)
            return gate.MinRows is null ? null
                : Wrong(nameof(Gate.MinRows), "MinRows says which values of a Slice have enough rows to be held to the bounds, and the gate has no Slice; name a column as Slice, or remove MinRows");
        if (contract.Find(name) is not { } column)
            return new(Ids.UnknownColumn, nameof(Gate.Slice), UnknownColumn.Describe(name, contract));
        if (gate.MinRows < 1)
            return Wrong(nameof(Gate.MinRows), $"a value without held-out rows has no {gate.Metric}; set MinRows to 1 or more, or leave it out for {Gate.DefaultMinRows}");
        if (shape.Task == TaskKind.Ranking)
            return Wrong(nameof(Gate.Slice), "a ranking is measured by whole queries, whose rows may have several values of a column; remove Slice, or declare a second model on a dataset of some of the queries");
        if (gate.NoWorseBy is not null)
            return Wrong(nameof(Gate.NoWorseBy), "NoWorseBy compares with the release on all the rows that both held out, not in each value of a Slice; write it as a gate of its own, without Slice");
        if (column.Role == ColumnRole.Ignore)
            return Wrong(nameof(Gate.Slice), $"'{name}' has role \"ignore\" in {LabelTask.Place(column, contract.Dataset)}, so its values are not read; give it role \"feature\" there, and keep it from the model with Ignore in [Model]");
        return column.LabelValues().Count > 0 ? null
            : Wrong(nameof(Gate.Slice), $"'{name}' is {Words.WithArticle(column.Type)} column, so each of its values has few rows; {WhatToDo(column, contract)}");
    }

    static string WhatToDo(Column column, DataContract contract) => column.Type switch
    {
        ColumnType.Number or ColumnType.Integer => "add a category of its ranges to the data, or, where the numbers are names, "
            + $"list them as in \"classes\": [0, 1, 2] in {LabelTask.Place(column, contract.Dataset)}",
        ColumnType.DateTime => "add a category to the data, such as the quarter or the day of the week",
        _ => $"give it type \"category\" in {LabelTask.Place(column, contract.Dataset)} if its values are few",
    };

    static Problem Wrong(string argument, string message) => new(Ids.WrongSlice, argument, message);
}
