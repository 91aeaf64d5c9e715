using Kiln.Contracts.Json;

namespace Kiln.Contracts.Signatures;

/// <summary>Reads and writes signatures.</summary>
public static class SignatureJson
{
    const int Format = 1;

    /// <summary>Far beyond any row; keeps a slip from becoming a million properties.</summary>
    const int MostElements = 1 << 20;

    public static string Write(ModelSignature signature)
    {
        var json = new JsonWriter().Object().Name("format").Value(Format);
        json.Name("inputs").Array();
        foreach (var value in signature.Inputs)
            Write(json, value);
        json.End().Name("outputs").Array();
        foreach (var value in signature.Outputs)
            Write(json, value);
        return json.End().End().ToString();
    }

    /// <exception cref="JsonFormatException">The text is no signature; where, and why.</exception>
    public static ModelSignature Read(string text)
    {
        var root = JsonReader.Read(text);
        root.AllowOnly("format", "inputs", "outputs");
        var format = root.Required("format");
        if (format.AsInteger() != Format)
            throw format.Error($"format {format.Text} belongs to another version of Kiln");
        var signature = new ModelSignature(
            [.. root.Required("inputs").AsArray().Select(value => Read(value, isInput: true))],
            [.. root.Required("outputs").AsArray().Select(value => Read(value, isInput: false))]);
        if (signature.Outputs.Count == 0)
            throw root.Required("outputs").Error("a model has an output at least");
        CheckNames(root.Required("inputs"), signature.Inputs.SelectMany(value => value.Columns.Count > 0 ? value.Columns : [value.Property]));
        CheckNames(root.Required("outputs"), signature.Outputs.Select(value => value.Property));
        return signature;
    }

    static void Write(JsonWriter json, SignatureValue value)
    {
        json.Object(oneLine: true).Name("name").Value(value.Name).Name("type").Value(Word(value.Type));
        if (value.Length is { } length)
            json.Name("length").Value(length);
        json.Name("property").Value(value.Property);
        if (value.Columns.Count > 0)
            json.Name("columns").Strings(value.Columns);
        if (value.Classes.Count > 0)
        {
            json.Name("classes").Array(oneLine: true);
            foreach (var name in value.Classes)
                _ = value.ClassesAreIntegers ? json.Value(long.Parse(name, System.Globalization.CultureInfo.InvariantCulture)) : json.Value(name);
            json.End();
        }
        json.End();
    }

    static SignatureValue Read(JsonValue value, bool isInput)
    {
        value.AllowOnly("name", "type", "length", "property", isInput ? "columns" : "classes");
        var length = value.Optional("length");
        if (length is not null && length.AsInteger() is < 1 or > MostElements)
            throw length.Error($"a length from 1 to {MostElements} is expected here");
        var classes = value.Optional("classes")?.AsArray() ?? [];
        var read = new SignatureValue(
            value.Required("name").AsString(), ReadType(value.Required("type")), (int?)length?.AsInteger(), value.Required("property").AsString())
        {
            Columns = value.Optional("columns")?.AsDistinctStrings() ?? [],
            ClassesAreIntegers = classes.Count > 0 && classes[0].Kind == JsonKind.Number,
            Classes = [.. classes.Select(item => item.Kind == JsonKind.Number ? item.Text : item.AsString())],
        };
        if (read.Columns.Count > 0 && read.Columns.Count != read.Count)
            throw value.Required("columns").Error($"{Counted.Format(read.Count, "column")} are expected here, one for each element");
        if (read.Classes.Count > 0 && read.Classes.Count != read.Count)
            throw value.Required("classes").Error($"{read.Count} classes are expected here, one for each element");
        return read;
    }

    static void CheckNames(JsonValue place, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!Identifier.IsValid(name) || ReservedNames.OfRecords.Contains(name) || name is "Input" or "Prediction")
                throw place.Error($"'{name}' cannot be the name of a property");
            if (!seen.Add(name))
                throw place.Error($"'{name}' is the name of two properties");
        }
    }

    static SignatureType ReadType(JsonValue value)
    {
        foreach (SignatureType type in Enum.GetValues(typeof(SignatureType)))
            if (Word(type) == value.AsString())
                return type;
        throw value.Error($"'{value.Text}' is not allowed here; use one of float, int64, int32, bool, string");
    }

    static string Word(SignatureType type) => type.ToString().ToLowerInvariant();
}
