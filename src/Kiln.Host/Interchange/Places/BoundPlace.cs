using System.Globalization;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// A bound of numbers or dates. The standard has exclusive ones too: the contract's is then the next whole number, the next double or the next
/// day, so that it refuses the same values. A time of day has no next one.
/// </summary>
/// <param name="isMinimum">The lower or the upper one.</param>
sealed class BoundPlace(bool isMinimum) : IPlace
{
    static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    readonly string _inclusive = isMinimum ? "minimum" : "maximum";
    readonly string _exclusive = isMinimum ? "exclusiveMinimum" : "exclusiveMaximum";

    public string Member => isMinimum ? "min" : "max";

    public JsonValue? Read(Element element)
    {
        var read = TypePlace.Spelled(element) switch
        {
            { Type: "number" } => ReadNumbers(element, whole: false),
            { Type: "integer" } => ReadNumbers(element, whole: true),
            { Type: "date-time" } spelled => ReadDates(element, isDay: spelled.At.Text == "date"),
            _ => [],
        };
        var ordered = read.OrderBy(bound => bound.Order).Select(bound => bound.Value);
        return isMinimum ? ordered.LastOrDefault() : ordered.FirstOrDefault();
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        Options.Remove(element, _exclusive);
        var fits = value is not null && TypePlace.Spelled(new(element.ToJson())) switch
        {
            { Type: "number" or "integer" } => value.Kind == JsonKind.Number,
            { Type: "date-time" } => value.Kind == JsonKind.String,
            _ => false,
        };
        if (fits)
            Options.Set(element, owner, _inclusive, value!.ToYaml());
        else
            Options.Remove(element, _inclusive);
    }

    List<(double Order, JsonValue Value)> ReadNumbers(Element element, bool whole)
    {
        var bounds = new List<(double, JsonValue)>();
        if (element.Option(_inclusive, JsonKind.Number) is { } inclusive)
            bounds.Add((inclusive.AsDouble(), inclusive));
        if (element.Option(_exclusive, JsonKind.Number) is { } exclusive)
        {
            var inside = isMinimum ? Operator.Above(exclusive.AsDouble(), whole) : Operator.Below(exclusive.AsDouble(), whole);
            bounds.Add((inside, Json.Number(inside, exclusive)));
        }
        return bounds;
    }

    List<(double Order, JsonValue Value)> ReadDates(Element element, bool isDay)
    {
        var bounds = new List<(double, JsonValue)>();
        if (Date(element, _inclusive) is { } inclusive)
            Add(_inclusive, inclusive);
        if (isDay && Date(element, _exclusive) is { } exclusive)
            Add(_exclusive, exclusive.AddDays(isMinimum ? 1 : -1));
        return bounds;

        void Add(string name, DateTime date) => bounds.Add((date.Ticks, Json.String(Format(date), element.Option(name, JsonKind.String)!)));
    }

    static DateTime? Date(Element element, string name) =>
        element.Options?.Optional(name) is { Kind: JsonKind.String } text
        && DateTime.TryParseExact(text.Text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1 and < 9999
            ? date
            : null;

    static string Format(DateTime date) => date.ToString(date.TimeOfDay == default ? DateForms[0] : DateForms[2], CultureInfo.InvariantCulture);
}
