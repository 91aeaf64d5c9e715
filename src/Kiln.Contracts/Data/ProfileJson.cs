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
        if (column.Type is ColumnType.Number or ColumnType.Integer)
            json.Value(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));
        else
            json.Value(value);
    }

    public static Dictionary<string, ColumnProfile> Read(JsonValue? columns)
    {
        var profile = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        if (columns is null)
            return profile;
        foreach (var member in columns.AsObject())
        {
            var value = member.Value;
            value.AllowOnly("missing", "distinct", "min", "max", "mean", "quantiles", "histogram", "top");
            profile[member.Key] = new()
            {
                Missing = value.Required("missing").AsDouble(),
                Distinct = value.Required("distinct").AsInteger(),
                Min = value.Optional("min")?.Text,
                Max = value.Optional("max")?.Text,
                Mean = value.Optional("mean")?.AsDouble(),
                Quantiles = [.. (value.Optional("quantiles")?.AsArray() ?? []).Select(q => q.AsDouble())],
                Histogram = [.. (value.Optional("histogram")?.AsArray() ?? []).Select(h => h.AsInteger())],
                Top = [.. (value.Optional("top")?.AsObject() ?? []).Select(t => new KeyValuePair<string, long>(t.Key, t.Value.AsInteger()))],
            };
        }
        return profile;
    }
}
