using System.Globalization;
using Kiln.Contracts.Json;
using Kiln.Monitoring;

namespace Kiln.Host.Cache;

/// <summary>A model's profile in its manifest, and beside its file in the cache and the store.</summary>
static class ProfileJson
{
    public static void Write(JsonWriter json, ModelProfile profile)
    {
        json.Array();
        foreach (var column in profile.Columns)
        {
            json.Object(oneLine: true).Name("name").Value(column.Name).Name("kind").Value(column.Kind.ToString().ToLowerInvariant());
            if (column.Edges.Length > 0)
                List(json.Name("edges"), column.Edges, (writer, edge) => writer.Value(Short(edge)));
            if (column.Values.Length > 0)
                json.Name("values").Strings(column.Values);
            if (column.Others.Length > 0)
                json.Name("others").Strings(column.Others);
            if (column.HasMore)
                json.Name("more").Value(true);
            List(json.Name("rows"), column.Rows, (writer, rows) => writer.Value(rows));
            if (column.Positive.Length > 0)
                List(json.Name("positive"), column.Positive, (writer, rows) => writer.Value(rows));
            json.Name("spread").Value(double.Round(column.Spread, 6)).Name("missingSpread").Value(double.Round(column.MissingSpread, 6)).Name("parts").Value(column.Parts).End();
        }
        json.End();
    }

    public static ModelProfile Read(JsonValue json) => new([.. json.AsArray().Select(ReadColumn)]);

    static CountedColumn ReadColumn(JsonValue json)
    {
        var column = new CountedColumn(
            json.Required("name").AsString(),
            Enum.TryParse<CountedKind>(json.Required("kind").AsString(), ignoreCase: true, out var kind) ? kind : throw json.Error("an unknown kind"),
            [.. List(json, "edges").Select(edge => (float)edge.AsDouble())],
            [.. List(json, "values").Select(value => value.AsString())],
            [.. List(json, "rows").Select(rows => rows.AsInteger())],
            json.Required("spread").AsDouble(),
            (int)json.Required("parts").AsInteger())
        {
            MissingSpread = json.Required("missingSpread").AsDouble(),
            Others = [.. List(json, "others").Select(value => value.AsString())],
            HasMore = json.Optional("more")?.AsBoolean() ?? false,
            Positive = [.. List(json, "positive").Select(rows => rows.AsInteger())],
        };
        return column.Rows.Length == column.Bins ? column : throw json.Error("another number of bins");
    }

    static IReadOnlyList<JsonValue> List(JsonValue json, string name) => json.Optional(name)?.AsArray() ?? [];

    static void List<T>(JsonWriter json, T[] values, Action<JsonWriter, T> write)
    {
        json.Array(oneLine: true);
        foreach (var value in values)
            write(json, value);
        json.End();
    }

    /// <summary>The shortest text that reads back as the same 32-bit number.</summary>
    static double Short(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
