using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>What the columns of a contract cannot be together.</summary>
static class ContractCheck
{
    /// <summary>Roles of which a contract has one column: with two it would not say which of them is meant.</summary>
    static readonly ColumnRole[] Single = [ColumnRole.Label, ColumnRole.Time, ColumnRole.Group, ColumnRole.Weight];

    /// <param name="columns">Those that can be read, with where they stand.</param>
    /// <param name="errors">Takes what columns contradict each other in.</param>
    public static void CheckColumns(IReadOnlyList<(JsonValue Item, Column Read)> columns, Dialect dialect, JsonErrors errors)
    {
        var singles = new Dictionary<ColumnRole, Column>();
        foreach (var (item, column) in columns)
        {
            if (Array.IndexOf(Single, column.Role) >= 0 && !singles.TryGetValue(column.Role, out var first))
                singles.Add(column.Role, column);
            else if (singles.TryGetValue(column.Role, out first))
                errors.Add(item.Required("role").Error(
                    $"\"{first.Name}\" and \"{column.Name}\" both have role \"{Words.Format(column.Role)}\", which one column can have; give one of them another \"role\""));
            if (column.Thousands is not null && column.Thousands == dialect.DecimalIn(column))
                errors.Add(item.Required("thousands").Error(
                    $"\"{column.Thousands}\" cannot both group digits and begin the fraction of \"{column.Name}\"; write its \"decimal\", or other \"thousands\""));
        }
    }

    /// <summary>What names columns, or rests on one.</summary>
    /// <param name="part">With the names of all columns: one that cannot be read is not unknown.</param>
    public static void CheckReferences(JsonValue root, ContractPart part, JsonErrors errors)
    {
        var contract = part.Contract;
        if (contract.Key.Count > 0 || root.Optional("key") is { Kind: JsonKind.Array, Items.Count: 0 })
            CheckKey(root.Required("key"), part, errors);
        // A column that cannot be read may be the one.
        if (contract.Limits?.Latest is null || part.Unclear!.Count > 0)
            return;
        var latest = root.Required("rows").Required("latest");
        if (contract.Columns.FirstOrDefault(column => column.Role == ColumnRole.Time) is not { } time)
            errors.Add(latest.Error("no column says how old a row is; give a date-time column role \"time\", or leave out \"latest\""));
        else if (time.Type != ColumnType.DateTime)
            errors.Add(latest.Error($"\"{time.Name}\" is {Words.WithArticle(time.Type)}, which says nothing of how old a row is; give it type \"date-time\", or leave out \"latest\""));
    }

    static void CheckKey(JsonValue key, ContractPart part, JsonErrors errors)
    {
        if (key.Items.Count == 0)
            errors.Add(key.Error("a key needs at least one column; name one, or leave out \"key\""));
        foreach (var name in key.Items)
            if (!part.Names.Contains(name.Text))
                errors.Add(name.Error($"\"{name.Text}\" is not a column of this contract{Nearest.Hint(name.Text, part.Names)}"));
            else if (part.IsClear(name.Text) && part.Contract.Find(name.Text) is { } column && (column.Nullable || column.Role == ColumnRole.Ignore))
                errors.Add(name.Error($"\"{name.Text}\" cannot name rows, because {(column.Nullable ? "its values may be missing; write \"nullable\": false" : "it has role \"ignore\"; give it another \"role\"")}, or leave it out here"));
    }
}
