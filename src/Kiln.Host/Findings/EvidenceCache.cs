using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Findings;

/// <summary>
/// What findings about trained models rest on. It is measured once and kept beside the model, not in it: a model that was cached before there was such
/// a thing is measured on the rows, and not trained again.
/// </summary>
sealed class EvidenceCache(CacheFolder folder, BaselineCache baselines, RowReader rows)
{
    const string FileName = "evidence.json";

    /// <returns>Null where it is not kept, and there are no data to measure it on.</returns>
    public Evidence? Get(ModelPlan plan, TrainedModel model) =>
        folder.Read(plan.Key, FileName, text => EvidenceJson.Read(text, model.OnnxHash)) ?? (plan.HasData ? Measure(plan, model) : null);

    Evidence Measure(ModelPlan plan, TrainedModel model)
    {
        var evidence = EvidenceMeasure.Measure(plan, model, rows.Read(plan), baselines.GetUnkept(plan, model.Onnx).Baseline);
        folder.Put(plan.Key, FileName, EvidenceJson.Write(evidence, model.OnnxHash));
        return evidence;
    }
}
