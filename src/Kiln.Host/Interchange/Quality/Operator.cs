using Kiln.Contracts.Json;

namespace Kiln.Host.Interchange.Quality;

/// <summary>The standard's eight ways to say what a figure must be.</summary>
static class Operator
{
    public static readonly string[] Names =
    [
        "mustBe", "mustNotBe", "mustBeGreaterThan", "mustBeGreaterOrEqualTo", "mustBeLessThan", "mustBeLessOrEqualTo", "mustBeBetween", "mustNotBeBetween",
    ];

    /// <summary>The least and the most a figure may be, both included; null where a rule says no such thing.</summary>
    /// <remarks>The standard's table gives mustBeBetween as ∈ [a, b], and its text as a &lt; x &lt; b. SQL's BETWEEN is the former.</remarks>
    /// <param name="rule">The rule.</param>
    /// <param name="whole">Whether the figure is a count: then more than 5 is at least 6. Otherwise it is at least the next double.</param>
    public static (double? Least, double? Most)? Bounds(JsonValue rule, bool whole)
    {
        var said = rule.AsObject().Where(member => Names.Contains(member.Key) && member.Value.Kind != JsonKind.Null).ToList();
        if (said.Count == 0 || said.Any(member => member.Key is "mustNotBe" or "mustNotBeBetween" || !HasNumbers(member.Key, member.Value)))
            return null;
        var (least, most) = ((double?)null, (double?)null);
        foreach (var (name, value) in said)
        {
            (double? low, double? high) = name switch
            {
                "mustBe" => ((double?)value.AsDouble(), (double?)value.AsDouble()),
                "mustBeGreaterThan" => (Above(value.AsDouble(), whole), null),
                "mustBeGreaterOrEqualTo" => (value.AsDouble(), null),
                "mustBeLessThan" => (null, Below(value.AsDouble(), whole)),
                "mustBeLessOrEqualTo" => (null, value.AsDouble()),
                _ => (value.Items[0].AsDouble(), value.Items[1].AsDouble()),
            };
            least = low is null || least > low ? least : low;
            most = high is null || most < high ? most : high;
        }
        return (least, most);
    }

    public static double Above(double bound, bool whole) => whole ? Math.Floor(bound) + 1 : Math.BitIncrement(bound);

    public static double Below(double bound, bool whole) => whole ? Math.Ceiling(bound) - 1 : Math.BitDecrement(bound);

    static bool HasNumbers(string name, JsonValue value) => name == "mustBeBetween"
        ? value.Kind == JsonKind.Array && value.Items.Count == 2 && value.Items.All(item => item.Kind == JsonKind.Number)
        : value.Kind == JsonKind.Number;
}
