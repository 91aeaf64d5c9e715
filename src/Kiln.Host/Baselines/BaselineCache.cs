using Kiln.Host.Cache;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Baselines;

/// <summary>
/// What trained models are compared by. Kept with the trained model only when something was or is released: then a build that trains nothing
/// measures nothing.
/// </summary>
sealed class BaselineCache(CacheFolder folder, RowReader rows)
{
    const string FileName = "baseline.json";

    readonly Dictionary<string, MeasuredModel> _measured = [];

    public MeasuredModel Get(ModelPlan plan, byte[] onnx) => Known(plan, onnx) ?? Measure(plan, onnx);

    /// <summary>For what is drawn from it and is kept itself.</summary>
    public MeasuredModel GetUnkept(ModelPlan plan, byte[] onnx) =>
        Known(plan, onnx) ?? (_measured[plan.Key] = BaselineMeasure.Measure(plan, onnx, rows.Read(plan)));

    /// <summary>What was kept is not asked: what a release records, it records for ever.</summary>
    public MeasuredModel Measure(ModelPlan plan, byte[] onnx)
    {
        var measured = BaselineMeasure.Measure(plan, onnx, rows.Read(plan));
        folder.Put(plan.Key, FileName, MeasuredModelJson.Write(measured, ModelCache.Hash(onnx)));
        return _measured[plan.Key] = measured;
    }

    MeasuredModel? Known(ModelPlan plan, byte[] onnx) =>
        _measured.TryGetValue(plan.Key, out var measured) ? measured
        : folder.Read(plan.Key, FileName, text => MeasuredModelJson.Read(text, ModelCache.Hash(onnx), plan.Shape.ScoreCount)) is { } found ? _measured[plan.Key] = found
        : null;
}
