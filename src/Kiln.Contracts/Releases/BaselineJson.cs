using Kiln.Contracts.Json;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Releases;

/// <summary>How a baseline stands in a lock. What only a program reads is one line each.</summary>
public static class BaselineJson
{
    /// <param name="json">Where to.</param>
    /// <param name="baseline">What.</param>
    /// <param name="oneLine">So that a merge takes the one side's or the other's, and never lines of both.</param>
    public static void Write(JsonWriter json, Baseline baseline, bool oneLine = false)
    {
        json.Object(oneLine);
        json.Name("rows").Value(baseline.Rows);
        json.Name("sketch").Value(Convert.ToBase64String(baseline.Sketch));
        json.Name("heldOut").Value(Convert.ToBase64String(baseline.HeldOut));
        if (baseline.Split is { } split)
            Write(json.Name("split"), split);
        json.Name("importance").Object();
        foreach (var feature in baseline.Importance)
            json.Name(feature.Key).Value(feature.Value);
        json.End();
        json.Name("columns").Object();
        foreach (var column in baseline.Columns)
            Write(json.Name(column.Name), column);
        json.End().End();
    }

    /// <summary>What a release's entry holds of it.</summary>
    public static string Hash(Baseline baseline)
    {
        var json = new JsonWriter();
        Write(json, baseline);
        return new Fingerprint().Add("baseline 1").Add(json.ToString()).ToString();
    }

    static void Write(JsonWriter json, ReleasedSplit split)
    {
        json.Object(oneLine: true).Name("kind").Value(split.Kind.ToString());
        if (split.Column is not null)
            json.Name("column").Value(split.Column);
        json.Name("by").Strings(split.By);
        json.Name("moved").Strings(split.Moved);
        json.Name("blanks").Value(split.Blanks);
        if (split.From is not null)
            json.Name("from").Value(split.From);
        json.End();
    }

    static void Write(JsonWriter json, BaselineColumn column)
    {
        json.Object(oneLine: true).Name("type").Value(column.Type);
        Write(json, "missing", column.Missing);
        Write(json, "mean", column.Mean);
        Write(json, "deviation", column.Deviation);
        if (column.Distinct is { } distinct)
            json.Name("distinct").Value(distinct);
        Write(json, "top", column.Top);
        json.End();
    }

    static void Write(JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.Name(name).Value(number);
    }

    /// <exception cref="JsonFormatException">Not a baseline.</exception>
    public static Baseline Read(JsonValue value)
    {
        value.AllowOnly("rows", "sketch", "heldOut", "split", "importance", "columns");
        return new()
        {
            Rows = value.Required("rows").AsInteger(),
            Sketch = ReadBytes(value.Required("sketch")),
            HeldOut = ReadBytes(value.Required("heldOut")),
            Split = value.Optional("split") is { } split ? ReadSplit(split) : null,
            Importance = [.. value.Required("importance").AsObject()
                .Select(feature => new KeyValuePair<string, double>(feature.Key, ReadNumber(feature.Value)))],
            Columns = [.. value.Required("columns").AsObject().Select(column => ReadColumn(column.Key, column.Value))],
        };
    }

    static ReleasedSplit ReadSplit(JsonValue split)
    {
        split.AllowOnly("kind", "column", "by", "moved", "blanks", "from");
        var kind = split.Required("kind");
        return new(
            Enum.GetNames(typeof(SplitKind)).Contains(kind.AsString())
                ? (SplitKind)Enum.Parse(typeof(SplitKind), kind.Text)
                : throw kind.Error($"\"{kind.Text}\" is no way to split rows{Nearest.Hint(kind.Text, Enum.GetNames(typeof(SplitKind)))}"),
            split.Optional("column")?.AsString(),
            [.. split.Required("by").AsArray().Select(column => column.AsString())],
            [.. split.Required("moved").AsArray().Select(key => key.AsString())],
            split.Required("blanks").AsString(),
            split.Optional("from")?.AsString());
    }

    static BaselineColumn ReadColumn(string name, JsonValue column)
    {
        column.AllowOnly("type", "missing", "mean", "deviation", "distinct", "top");
        return new(
            name,
            column.Required("type").AsString(),
            column.Optional("missing")?.AsDouble(),
            column.Optional("mean")?.AsDouble(),
            column.Optional("deviation")?.AsDouble(),
            column.Optional("distinct")?.AsInteger(),
            column.Optional("top")?.AsDouble());
    }

    static double ReadNumber(JsonValue value) => value.Kind == JsonKind.Null ? double.NaN : value.AsDouble();

    static byte[] ReadBytes(JsonValue value)
    {
        try
        {
            return Convert.FromBase64String(value.AsString());
        }
        catch (FormatException)
        {
            throw value.Error("base64 is expected here");
        }
    }
}
