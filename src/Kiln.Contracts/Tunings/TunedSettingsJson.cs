using Kiln.Contracts.Json;

namespace Kiln.Contracts.Tunings;

/// <summary>How settings stand in a file. People may edit them, so that each is held against what it can be, at its line.</summary>
public static class TunedSettingsJson
{
    /// <summary>With less, as many rounds as make up for it take hours.</summary>
    const double LeastRate = 0.001;

    static readonly string[] Names = ["leaves", "learningRate", "leafRows", "rowShare", "featureShare", "l2", "randomSplits"];

    /// <summary>Writes the members into the open object.</summary>
    public static JsonWriter Write(JsonWriter json, TunedSettings settings) => json
        .Name("leaves").Value(settings.Leaves)
        .Name("learningRate").Value(settings.LearningRate)
        .Name("leafRows").Value(settings.LeafRows)
        .Name("rowShare").Value(settings.RowShare)
        .Name("featureShare").Value(settings.FeatureShare)
        .Name("l2").Value(settings.L2)
        .Name("randomSplits").Value(settings.RandomSplits);

    /// <param name="others">What else the object holds.</param>
    /// <exception cref="JsonFormatException">A setting is missing, unknown, or not what it can be.</exception>
    public static TunedSettings Read(JsonValue settings, params string[] others)
    {
        settings.AllowOnly([.. Names, .. others]);
        return new(
            Between(settings.Required("leaves"), 2, 4096),
            settings.Required("learningRate") is var rate && rate.AsDouble() is >= LeastRate and <= 1 and var step ? step : throw rate.Error("a number from 0.001 to 1 is expected here"),
            Between(settings.Required("leafRows"), 1, int.MaxValue),
            Share(settings.Required("rowShare")),
            Share(settings.Required("featureShare")),
            settings.Required("l2") is var l2 && l2.AsDouble() is >= 0 and <= 1e9 and var penalty ? penalty : throw l2.Error("a number from 0 to 1e9 is expected here"),
            settings.Required("randomSplits").AsBoolean());
    }

    static long Between(JsonValue number, long least, long most) => number.AsInteger() is var value && value >= least && value <= most
        ? value : throw number.Error($"a whole number from {least} to {most} is expected here");

    static double Share(JsonValue number) => number.AsShare() is > 0 and var share ? share : throw number.Error("a number above 0 is expected here");
}
