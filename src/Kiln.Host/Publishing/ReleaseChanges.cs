using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Comparisons;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>
/// What changed since the last release. Its model is asked for today's rows where it is at hand; a machine where it is not takes what the
/// lock says of the same model, or compares on the rows that the lock recorded.
/// </summary>
/// <param name="find">The ONNX file of a release and, where it is null, why.</param>
sealed class ReleaseChanges(
    Request request, Output output, BaselineCache baselines, ComparisonCache comparisons, RowReader rows, Func<ModelPlan, Release, (byte[]? Onnx, string Absence)> find)
{
    /// <summary>What changed since the last of some releases; null where there is none.</summary>
    public SinceRelease? Since(ModelPlan plan, TrainedModel model, IReadOnlyList<Release> released)
    {
        if (Release.Last(released) is not { } last)
            return null;
        var reviewed = LockedModelCheck.Reviewed(plan, model, last);
        var why = "a locked build holds what was reviewed";
        if (!(request.Locked && reviewed?.On == ComparedRows.Recorded) && OnHeldOut(plan, model, last, out why) is { } changes)
            return changes;
        // It was found out on a machine that had the released model, and nothing that decides it has changed.
        if (reviewed?.On == ComparedRows.HeldOut)
            return reviewed;
        if (why.Length > 0 && !request.Locked)
            output.Say($"{plan.Name}: {last.Version} is compared on the rows that its lock recorded, because {why}");
        return Compare(plan, model, last, null);
    }

    /// <summary>A kept measurement is not believed against the lock; gates read this.</summary>
    SinceRelease Compare(ModelPlan plan, TrainedModel model, Release last, PairedPredictions? heldOut)
    {
        var changes = Between(baselines.Get(plan, model.Onnx));
        return LockedModelCheck.Disagrees(plan, model, changes) ? Between(baselines.Measure(plan, model.Onnx)) : changes;

        SinceRelease Between(MeasuredModel measured) => ReleaseComparison.Between(last, plan.Content(model.OnnxHash, model.Threshold), measured, heldOut);
    }

    SinceRelease? OnHeldOut(ModelPlan plan, TrainedModel model, Release last, out string why)
    {
        why = "";
        if (last.Baseline is not { } baseline || ReleaseComparison.IsAnother(last.Content, plan.Content(model.OnnxHash, model.Threshold)))
            return null; // No model of it could be compared.
        if (comparisons.Find(plan, model.OnnxHash, last) is { } kept && !LockedModelCheck.Disagrees(plan, model, kept))
            return kept;
        if (UnseenRows.WhyNot(baseline, plan.Shape) is { } other)
        {
            why = other;
            return null;
        }
        var (onnx, absence) = last.Content.Artifact == model.OnnxHash ? (model.Onnx, "") : find(plan, last);
        why = absence;
        if (onnx is null || Predict(plan, model, last, baseline, onnx, out why) is not { } pair)
            return null;
        return comparisons.Keep(plan, model.OnnxHash, last, Compare(plan, model, last, pair));
    }

    PairedPredictions? Predict(ModelPlan plan, TrainedModel model, Release last, Baseline baseline, byte[] onnx, out string why)
    {
        var today = rows.Read(plan);
        if (UnseenRows.Find(baseline.Split!, plan.Shape, today, out why) is not { } unseen)
            return null;
        if (unseen.Length == 0)
        {
            why = "all rows that are held out now may have trained it";
            return null;
        }
        var now = ShippedPredictor.Predict(plan, model.Onnx, today.Examples, unseen) with { Threshold = model.Threshold };
        return last.Content.Artifact == model.OnnxHash
            ? new(now with { Threshold = last.Content.Threshold }, now)
            : Champion.Predict(plan, last, onnx, today, unseen, out why) is { } before ? new(before, now) : null;
    }
}
