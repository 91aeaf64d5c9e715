using System.Text.Json;

namespace Kiln.Serving;

/// <summary>Finds the column of each member of a row.</summary>
static class JsonMembers
{
    const int LongestShown = 60;

    /// <param name="row">The row, an object.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="values">Gets the value of each; null where there is none, or null was sent.</param>
    /// <param name="errors">Gets members that are no column, or twice there.</param>
    public static void Read(JsonElement row, IReadOnlyList<InputColumn> columns, JsonElement?[] values, List<RowError> errors)
    {
        var seen = new bool[columns.Count];
        foreach (var member in row.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                errors.Add(new("", "the name of a member is not valid text"));
            else if (Find(columns, name) is not (>= 0 and var place))
                errors.Add(new(Shown(name), "no column is named so"));
            else if (seen[place])
                errors.Add(new(columns[place].Name, $"column '{columns[place].Name}' is there twice"));
            else
                (seen[place], values[place]) = (true, member.Value.ValueKind == JsonValueKind.Null ? null : member.Value);
        }
    }

    /// <summary>As a property is spelled, then as a column is, then whatever the case.</summary>
    static int Find(IReadOnlyList<InputColumn> columns, string name)
    {
        var place = Find(columns, column => column.JsonName == name);
        if (place < 0)
            place = Find(columns, column => column.Name == name);
        return place >= 0 ? place : Find(columns, column => name.Equals(column.JsonName, StringComparison.OrdinalIgnoreCase));
    }

    static int Find(IReadOnlyList<InputColumn> columns, Func<InputColumn, bool> isIt)
    {
        for (var i = 0; i < columns.Count; i++)
            if (isIt(columns[i]))
                return i;
        return -1;
    }

    /// <summary>Null where it has half a character.</summary>
    static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static string Shown(string name) => name.Length > LongestShown ? name[..LongestShown] + "…" : name;
}
