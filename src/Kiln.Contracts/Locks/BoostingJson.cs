using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>How the growing of trees stands in a lock: on one line, for it is one decision.</summary>
public static class BoostingJson
{
    public static void Write(JsonWriter json, LockedBoosting boosting)
    {
        json.Object(oneLine: true).Name("rounds").Value(boosting.Rounds).Name("leaves").Value(boosting.Leaves).Name("learningRate").Value(boosting.LearningRate);
        if (boosting.Slope < 1)
            json.Name("slope").Value(boosting.Slope);
        if (boosting.Linear > 0)
            json.Name("linear").Value(boosting.Linear);
        json.End();
    }

    /// <exception cref="JsonFormatException">Not such an object.</exception>
    public static LockedBoosting Read(JsonValue boosting)
    {
        boosting.AllowOnly("rounds", "leaves", "learningRate", "slope", "linear");
        return new(AtLeast(boosting.Required("rounds"), 1), AtLeast(boosting.Required("leaves"), 2), Share(boosting.Required("learningRate")), boosting.Optional("slope") is { } slope ? Share(slope) : 1,
            boosting.Optional("linear") is { } linear ? Share(linear) : 0);
    }

    static long AtLeast(JsonValue number, long least) =>
        number.AsInteger() is var value && value >= least ? value : throw number.Error($"{least} or more is expected here");

    static double Share(JsonValue number) => number.AsShare() is > 0 and var share ? share : throw number.Error("a number above 0 is expected here");
}
