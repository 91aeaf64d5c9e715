using Kiln.Contracts.Json;
using Kiln.Contracts.Releases;
using Kiln.TrainerHost.Data;
using Kiln.TrainerHost.Models;

namespace Kiln.TrainerHost.Baselines;

/// <summary>
/// What trained models are compared by. Measured only when something was or is released, then kept with the trained model: a build that
/// trains nothing measures nothing.
/// </summary>
sealed class BaselineCache(string directory, Func<ModelPlan, Table> tableOf)
{
    const int Format = 1;

    readonly Dictionary<string, MeasuredModel> _measured = [];

    public MeasuredModel Of(ModelPlan plan, byte[] onnx) =>
        _measured.TryGetValue(plan.Key, out var measured) ? measured : _measured[plan.Key] = Find(plan) ?? Measure(plan, onnx);

    MeasuredModel Measure(ModelPlan plan, byte[] onnx)
    {
        var measured = BaselineMeasure.Of(plan, onnx, tableOf(plan));
        AtomicFile.WriteIfChanged(PathOf(plan), Write(measured));
        return measured;
    }

    MeasuredModel? Find(ModelPlan plan)
    {
        if (!File.Exists(PathOf(plan)))
            return null;
        try
        {
            return Read(JsonReader.Read(File.ReadAllText(PathOf(plan))), plan.Shape.ScoreCount);
        }
        catch (Exception e) when (e is JsonFormatException or FormatException)
        {
            return null; // Not whole, so not here: it is measured again and replaced.
        }
    }

    /// <summary>In the trained model's own directory, which a training replaces.</summary>
    string PathOf(ModelPlan plan) => Path.Combine(directory, plan.Key, "baseline.json");

    static string Write(MeasuredModel measured)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(Format);
        json.Name("heldOut").Value(Convert.ToBase64String(PackedRows.Write(
            [.. measured.HeldOut.Select(row => (row.Key, (float[])[row.Label, .. row.Scores]))])));
        BaselineJson.Write(json.Name("baseline"), measured.Baseline);
        return json.End().ToString();
    }

    static MeasuredModel Read(JsonValue root, int scores)
    {
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        var rows = PackedRows.Read(Convert.FromBase64String(root.Required("heldOut").AsString()), 1 + scores);
        return new(
            BaselineJson.Read(root.Required("baseline")),
            [.. rows.Select(row => new HeldOutRow(row.Hash, row.Numbers[0], row.Numbers[1..]))]);
    }
}
