using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>Which members belong to which types. One that means nothing for its column was meant for something, so it is refused and not skipped.</summary>
static class ColumnMembers
{
    static readonly ColumnType[] Numbers = [ColumnType.Number, ColumnType.Integer];
    static readonly ColumnType[] Texts = [ColumnType.Category, ColumnType.Text];

    static readonly (string Member, ColumnType[] Types, string Else)[] Applicable =
    [
        ("min", [.. Numbers, ColumnType.DateTime], ""),
        ("max", [.. Numbers, ColumnType.DateTime], ""),
        ("values", [ColumnType.Category], ""),
        ("classes", Numbers, "; write \"values\" for a category"),
        ("true", [ColumnType.Boolean], ""),
        ("false", [ColumnType.Boolean], ""),
        ("dateFormat", [ColumnType.DateTime], ""),
        ("decimal", [ColumnType.Number], ""),
        ("thousands", Numbers, ""),
        ("symbols", Numbers, ""),
        ("trim", Texts, ""),
        ("open", [ColumnType.Category], ""),
        ("pattern", Texts, ""),
        ("minLength", Texts, ""),
        ("maxLength", Texts, ""),
    ];

    /// <param name="errors">Takes each member that does not apply to the column's type.</param>
    public static void Check(JsonValue item, string name, ColumnType type, JsonErrors errors)
    {
        foreach (var (member, types, otherwise) in Applicable)
            if (item.Optional(member) is { } value && Array.IndexOf(types, type) < 0)
                errors.Add(value.Error(
                    $"\"{member}\" applies to {List(types)} columns, but \"{name}\" is {Words.WithArticle(type)}"
                    + (otherwise.Length > 0 ? otherwise : "; leave it out, or give the column another \"type\"")));
    }

    static string List(ColumnType[] types)
    {
        var words = types.Select(Words.Format).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[words.Count - 1]}";
    }
}
