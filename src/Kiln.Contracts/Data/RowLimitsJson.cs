using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How the limits of the rows stand in a contract.</summary>
static class RowLimitsJson
{
    public static void Write(JsonWriter json, RowLimits limits)
    {
        json.Object(oneLine: true);
        if (limits.Min is { } min)
            json.Name("min").Value(min);
        if (limits.MinPerFile is not null || limits.MaxPerFile is not null)
        {
            json.Name("perFile").Object();
            if (limits.MinPerFile is { } least)
                json.Name("min").Value(least);
            if (limits.MaxPerFile is { } most)
                json.Name("max").Value(most);
            json.End();
        }
        if (limits.Duplicates is { } duplicates)
            json.Name("duplicates").Value(duplicates);
        if (limits.Latest is not null)
            json.Name("latest").Value(limits.Latest);
        if (limits.Severity != Severity.Error)
            json.Name("severity").Value(Words.Format(limits.Severity));
        json.End();
    }

    public static RowLimits Read(JsonValue value, JsonErrors errors)
    {
        errors.AllowOnly(value, "min", "perFile", "duplicates", "latest", "severity");
        var perFile = errors.Try(() => value.Optional("perFile"));
        if (perFile is not null)
            errors.AllowOnly(perFile, "min", "max");
        var limits = new RowLimits
        {
            Min = errors.Try(() => Rows(value.Optional("min"))),
            MinPerFile = errors.Try(() => Rows(perFile?.Optional("min"))),
            MaxPerFile = errors.Try(() => Rows(perFile?.Optional("max"))),
            Duplicates = errors.Try(() => value.Optional("duplicates")?.AsShare()),
            Latest = errors.Try(() => Latest(value.Optional("latest"))),
            Severity = errors.Try(() => Words.Severity(value.Optional("severity"))),
            Line = value.Line,
        };
        if (limits.MinPerFile > limits.MaxPerFile)
            errors.Add(perFile!.Required("min").Error("\"min\" rows of a file are above their \"max\""));
        return limits;
    }

    static string? Latest(JsonValue? value) => value is null || Duration.Parse(value.AsString()) is not null ? value?.Text
        : throw value.Error($"\"{value.Text}\" is not a duration in ISO 8601; write P7D for seven days, or PT36H for 36 hours");

    static long? Rows(JsonValue? value) => value is null ? null : value.AsInteger() is >= 0 and var rows ? rows : throw value.Error("a number of rows is expected here");
}
