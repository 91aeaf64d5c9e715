using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How what was observed of a column stands in a contract.</summary>
static class ProfileJson
{
    public static void Write(JsonWriter json, Column column, ColumnProfile profile)
    {
        json.Object(oneLine: true);
        json.Name("missing").Value(profile.Missing);
        json.Name("distinct").Value(profile.Distinct);
        WriteExtreme(json, "min", column, profile.Min);
        WriteExtreme(json, "max", column, profile.Max);
        if (profile.Mean is { } mean)
            json.Name("mean").Value(mean);
        if (profile.Quantiles.Count > 0)
        {
            json.Name("quantiles").Array();
            foreach (var quantile in profile.Quantiles)
                json.Value(quantile);
            json.End();
        }
        if (profile.Histogram.Count > 0)
        {
            json.Name("histogram").Array();
            foreach (var rows in profile.Histogram)
                json.Value(rows);
            json.End();
        }
        if (profile.Top.Count > 0)
        {
            json.Name("top").Object();
            foreach (var value in profile.Top)
                json.Name(value.Key).Value(value.Value);
            json.End();
        }
        json.End();
    }

    static void WriteExtreme(JsonWriter json, string name, Column column, string? value)
    {
        if (value is null)
            return;
        json.Name(name);
        // Where people gave the column another type since, what was observed is still a text.
        if (column.Type is ColumnType.Number or ColumnType.Integer && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            json.Value(number);
        else
            json.Value(value);
    }

    public static Dictionary<string, ColumnProfile> Read(JsonValue? columns, JsonErrors errors)
    {
        var profile = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        foreach (var member in errors.Try(() => columns?.AsObject()) ?? [])
            if (errors.Try(() => ReadColumn(member.Value)) is { } column)
                profile[member.Key] = column;
        return profile;
    }

    /// <summary>Nobody writes it by hand, so its first error is enough.</summary>
    static ColumnProfile ReadColumn(JsonValue value)
    {
        value.AllowOnly("missing", "distinct", "min", "max", "mean", "quantiles", "histogram", "top");
        return new()
        {
            Missing = value.Required("missing").AsDouble(),
            Distinct = value.Required("distinct").AsInteger(),
            Min = Extreme(value.Optional("min")),
            Max = Extreme(value.Optional("max")),
            Mean = value.Optional("mean")?.AsDouble(),
            Quantiles = [.. (value.Optional("quantiles")?.AsArray() ?? []).Select(q => q.AsDouble())],
            Histogram = [.. (value.Optional("histogram")?.AsArray() ?? []).Select(h => h.AsInteger())],
            Top = [.. (value.Optional("top")?.AsObject() ?? []).Select(t => new KeyValuePair<string, long>(t.Key, t.Value.AsInteger()))],
        };
    }

    /// <summary>A number or a text, by the column's type; a number must fit, or it could not be written again.</summary>
    static string? Extreme(JsonValue? value)
    {
        if (value is { Kind: JsonKind.Number })
            _ = value.AsDouble();
        return value?.Kind == JsonKind.Number ? value.Text : value?.AsString();
    }
}
