using System.Text.Json;

namespace Kiln.Monitoring;

/// <summary>What a model was trained on and what it answered then, as far as what it sees in use is held against it. Part of its manifest.</summary>
/// <param name="Columns">Inputs in the order of the model, then what it answers.</param>
sealed record ModelProfile(IReadOnlyList<CountedColumn> Columns)
{
    /// <exception cref="InvalidDataException">It says something that no build writes.</exception>
    public static ModelProfile Read(JsonElement json) => new([.. json.EnumerateArray().Select(ReadColumn)]);

    /// <summary>Without the values of some columns.</summary>
    public ModelProfile Without(IReadOnlySet<string> columns) => new([.. Columns.Select(column => columns.Contains(column.Name) && column.Kind == CountedKind.Category
        ? column with { Kind = CountedKind.Presence, Values = [], Others = [], HasMore = false, Rows = [column.Rows[..^1].Sum(), column.Rows[^1]], Spread = 0 }
        : column)]);

    static CountedColumn ReadColumn(JsonElement json)
    {
        var name = json.GetProperty("name").GetString()!;
        if (!Enum.TryParse<CountedKind>(json.GetProperty("kind").GetString(), ignoreCase: true, out var kind))
            throw new InvalidDataException($"the profile of '{name}' belongs to another version of Kiln.");
        var column = new CountedColumn(
            name, kind,
            List(json, "edges", edge => edge.GetSingle()),
            List(json, "values", value => value.GetString()!),
            List(json, "rows", rows => rows.GetInt64()),
            json.GetProperty("spread").GetDouble(),
            json.GetProperty("parts").GetInt32())
        {
            MissingSpread = json.GetProperty("missingSpread").GetDouble(),
            Others = List(json, "others", value => value.GetString()!),
            HasMore = json.TryGetProperty("more", out var more) && more.GetBoolean(),
            Positive = List(json, "positive", rows => rows.GetInt64()),
        };
        return column.Rows.Length == column.Bins ? column : throw new InvalidDataException($"the profile of '{name}' has {column.Rows.Length} bins instead of {column.Bins}.");
    }

    static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];
}
