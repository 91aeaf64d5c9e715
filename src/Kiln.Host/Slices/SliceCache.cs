using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Host.Cache;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Publishing;

namespace Kiln.Host.Slices;

/// <summary>
/// What gates hold in each value of a column. A gate that is new is measured on the rows, without training; what was measured is kept with the
/// trained model.
/// </summary>
sealed class SliceCache(CacheFolder folder, RowReader rows)
{
    const string FileName = "slices.json";

    /// <summary>For each gate with a <c>Slice</c> what it holds, in the order of the gates; empty where no gate has one.</summary>
    public IReadOnlyList<SlicedMetric> Get(ModelPlan plan, TrainedModel model)
    {
        Gate[] gates = [.. Sliced(plan).DistinctBy(gate => (gate.Metric, gate.Slice, gate.FewestRows))];
        if (gates.Length == 0)
            return [];
        var kept = folder.Read(plan.Key, FileName, text => Read(text, plan, model)) ?? [];
        if (gates.All(gate => kept.Any(sliced => sliced.IsOf(gate))) && !LockedModelCheck.Disagrees(plan, model, kept))
            return InOrder(kept);
        var measured = SliceMeasure.Measure(plan, model, rows.Read(plan), gates);
        folder.Put(plan.Key, FileName, Write(measured, plan, model));
        return InOrder(measured);

        IReadOnlyList<SlicedMetric> InOrder(IReadOnlyList<SlicedMetric> slices) => [.. gates.Select(gate => slices.First(sliced => sliced.IsOf(gate)))];
    }

    public static IEnumerable<Gate> Sliced(ModelPlan plan) => plan.Definition.Gates.Select(declared => declared.Gate).Where(gate => gate.Slice is not null);

    static string Write(IReadOnlyList<SlicedMetric> slices, ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object();
        SlicedMetricJson.Write(json.Name("slices"), slices);
        return json.Name("seal").Value(Seal(slices, plan, model)).End().ToString();
    }

    static IReadOnlyList<SlicedMetric> Read(string text, ModelPlan plan, TrainedModel model)
    {
        var root = JsonReader.Read(text);
        var slices = SlicedMetricJson.Read(root.Required("slices"));
        return root.Required("seal").AsString() == Seal(slices, plan, model) ? slices : [];
    }

    /// <summary>A bit that flipped on the disk is found wherever it is, and values of a column that is classified since are not named again.</summary>
    static string Seal(IReadOnlyList<SlicedMetric> slices, ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object();
        SlicedMetricJson.Write(json.Name("slices"), slices);
        return new Fingerprint().Add("slices 1").Add(model.OnnxHash).Add(plan.Contract.Classified).Add(json.End().ToString()).ToString();
    }
}
