using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>What the columns of a contract cannot be together.</summary>
static class ContractCheck
{
    /// <summary>Roles of which a contract has one column: with two it would not say which of them is meant.</summary>
    static readonly ColumnRole[] Single = [ColumnRole.Label, ColumnRole.Time, ColumnRole.Group];

    /// <exception cref="JsonFormatException">Parts of the contract contradict each other.</exception>
    public static void Check(JsonValue root, DataContract contract)
    {
        var items = root.Required("columns").AsArray();
        for (var i = 0; i < items.Count; i++)
        {
            var column = contract.Columns[i];
            if (Array.IndexOf(Single, column.Role) >= 0 && contract.Columns.Take(i).FirstOrDefault(other => other.Role == column.Role) is { } first)
                throw items[i].Required("role").Error(
                    $"\"{first.Name}\" and \"{column.Name}\" both have role \"{Words.Format(column.Role)}\", which one column can have; give one of them another \"role\"");
            if (column.Thousands is not null && column.Thousands == contract.Dialect.DecimalIn(column))
                throw items[i].Required("thousands").Error(
                    $"\"{column.Thousands}\" cannot both group digits and begin the fraction of \"{column.Name}\"; write its \"decimal\", or other \"thousands\"");
        }
        CheckKey(root.Optional("key"), contract);
        if (contract.Limits?.Latest is not null && contract.Columns.All(column => column.Role != ColumnRole.Time))
            throw root.Required("rows").Required("latest").Error("no column says how old a row is; give a date-time column role \"time\", or leave out \"latest\"");
        if (contract.Limits?.Latest is not null && contract.Columns.First(column => column.Role == ColumnRole.Time) is { Type: not ColumnType.DateTime } time)
            throw root.Required("rows").Required("latest").Error(
                $"\"{time.Name}\" is {Words.WithArticle(time.Type)}, which says nothing of how old a row is; give it type \"date-time\", or leave out \"latest\"");
    }

    static void CheckKey(JsonValue? key, DataContract contract)
    {
        if (key is not null && key.Items.Count == 0)
            throw key.Error("a key needs at least one column; name one, or leave out \"key\"");
        foreach (var name in key?.AsArray() ?? [])
            if (contract.Find(name.Text) is not { } column)
                throw name.Error($"\"{name.Text}\" is not a column of this contract{Nearest.Hint(name.Text, contract.Columns.Select(known => known.Name))}");
            else if (column.Nullable || column.Role == ColumnRole.Ignore)
                throw name.Error($"\"{name.Text}\" cannot name rows, because {(column.Nullable ? "its values may be missing; write \"nullable\": false" : "it has role \"ignore\"; give it another \"role\"")}, or leave it out here");
    }
}
