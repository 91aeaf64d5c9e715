using Kiln.Contracts.Json;

namespace Kiln.Host.Interchange.Quality;

/// <summary>One item of a <c>quality</c> list.</summary>
sealed class QualityRule(JsonValue json)
{
    public static readonly string[] Metrics = ["nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount"];

    public JsonValue Json { get; } = json;

    /// <summary>Whether something of the contract says it, so that nothing has to be told of it.</summary>
    public bool IsTaken { get; private set; }

    public string? Metric => Text("metric");

    /// <summary>The standard leaves it out where there is a metric.</summary>
    public string Type => Text("type") ?? "library";

    public JsonValue? Argument(string name) => Json.Optional("arguments") is { Kind: JsonKind.Object } arguments ? arguments.Optional(name) : null;

    bool IsPercent => Text("unit") == "percent";

    /// <summary>Whether not one row may have what the metric counts.</summary>
    public bool AllowsNone => Operator.Bounds(Json, whole: !IsPercent) is { Most: 0, Least: null or 0 };

    /// <summary>The share of rows that may have it; null where the rule does not say one.</summary>
    public double? Share => IsPercent && Operator.Bounds(Json, whole: false) is { Most: { } most and > 0 and <= 100, Least: null or <= 0 }
        ? Shares.OfPercent(most)
        : null;

    /// <summary>The least and the most rows, of a rule that counts them.</summary>
    public (double? Least, double? Most)? Rows => IsPercent ? null : Operator.Bounds(Json, whole: true);

    public void Take() => IsTaken = true;

    public string? Text(string name) => Json.Optional(name) is { Kind: JsonKind.String } text ? text.Text : null;
}
