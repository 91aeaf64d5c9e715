using Kiln.Contracts.Json;

namespace Kiln.Contracts.Models;

/// <summary>How a decision threshold stands among the facts of a trained model: not at all where it has none.</summary>
public static class ThresholdJson
{
    public const string Member = "threshold";

    public static void Write(JsonWriter json, double? threshold)
    {
        if (threshold is { } value)
            json.Name(Member).Value(value);
    }

    /// <param name="facts">The object that may have it as a member.</param>
    /// <exception cref="JsonFormatException">No number that probabilities can be on both sides of.</exception>
    public static double? Read(JsonValue facts) => facts.Optional(Member) is not { } threshold ? null
        : DecisionThreshold.Divides(threshold.AsDouble()) ? threshold.AsDouble()
        : throw threshold.Error("a number between 0 and 1 is expected here");
}
