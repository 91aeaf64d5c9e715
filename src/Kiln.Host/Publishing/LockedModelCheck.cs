using Kiln.Contracts;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Training;

namespace Kiln.Host.Publishing;

/// <summary>
/// What a lock says of a model whose inputs did not change. The lock was reviewed and the cache was not: it is believed before any cache, and
/// every training is held against it.
/// </summary>
static class LockedModelCheck
{
    /// <summary>The cached model, or null where there is none to be believed.</summary>
    /// <param name="cache">Where models are kept.</param>
    /// <param name="plan">The model.</param>
    /// <param name="refusal">Why there is one and it is not believed.</param>
    public static TrainedModel? FindCached(ModelCache cache, ModelPlan plan, out string? refusal)
    {
        var model = cache.Find(plan.Key, out var damage);
        refusal = damage is not null ? $"its cached copy is damaged ({damage})"
            : model is not null && Difference(plan, model) is { } difference ? $"the cached copy is not the locked model ({difference})"
            : null;
        return refusal is null ? model : null;
    }

    /// <summary>What to say where a training gave something else than the lock says of the same inputs; null where it gave the same.</summary>
    public static Diagnostic? Problem(ModelPlan plan, TrainedModel trained)
    {
        if (Difference(plan, trained) is not { } difference)
            return null;
        var (line, column) = LockPlace.Find(plan.LockPath, difference.Fact);
        return new(plan.LockPath, line, column, Ids.TrainedOtherwise,
            $"no input of '{plan.Name}' changed, but training gave a different model than its lock says: {difference}; "
            + "the lock was edited, or this machine trains differently: restore the lock from version control, or review and commit what this build writes",
            IsWarning: true);
    }

    /// <summary>What to say where each file has the rows that the lock says, and all of them together other ones; null where it makes sense.</summary>
    public static Diagnostic? WrongData(ModelPlan plan)
    {
        if (plan.Lock is not { } locked || locked.DataHash == plan.Data.Hash || !plan.WithoutClassified(locked.Partitions).SequenceEqual(plan.WithoutClassified(plan.Data.Partitions)))
            return null;
        var (line, column) = LockPlace.Find(plan.LockPath, "data");
        return new(plan.LockPath, line, column, Ids.TrainedOtherwise,
            $"the data files of '{plan.Name}' are the locked ones, but their rows are not what the lock says: the lock was edited; "
            + "restore it from version control, or review and commit what this build writes",
            IsWarning: true);
    }

    /// <summary>What the lock says of the same model and the same release; null where it says nothing of these.</summary>
    public static SinceRelease? Reviewed(ModelPlan plan, TrainedModel model, Release release) =>
        plan.Lock?.SinceRelease is { } changes && changes.Version == release.Version && Difference(plan, model) is null && TrainingReason.Changes(plan, plan.Lock).Count == 0
            ? changes
            : null;

    /// <summary>Whether the lock compares the same model with the same release and finds something else.</summary>
    public static bool Disagrees(ModelPlan plan, TrainedModel model, SinceRelease changes) =>
        plan.Lock?.SinceRelease?.Version == changes.Version && Difference(plan, model) is null
        && TrainingReason.Changes(plan, plan.Lock).Count == 0
        && LockComparison.Compare(plan.Lock, Publisher.Lock(plan, model, changes, plan.Lock.Slices, plan.Lock.Expectations, plan.Lock.Released))
            .Any(difference => difference.Fact.StartsWith("sinceRelease.", StringComparison.Ordinal));

    /// <summary>Whether the lock of the same model has another measurement of one of these slices.</summary>
    public static bool Disagrees(ModelPlan plan, TrainedModel model, IReadOnlyList<SlicedMetric> slices) =>
        plan.Lock is { } locked && locked.Artifact == model.OnnxHash && TrainingReason.Changes(plan, locked).Count == 0
        && locked.Slices.Any(one => slices.Any(other =>
            (one.Metric, one.Column, one.MinRows) == (other.Metric, other.Column, other.MinRows) && !(one.Smaller == other.Smaller && one.Values.SequenceEqual(other.Values))));

    /// <summary>Whether the lock of the same model has another measurement of one of these expectations.</summary>
    public static bool Disagrees(ModelPlan plan, TrainedModel model, IReadOnlyList<MeasuredExpectation> expectations) =>
        plan.Lock is { } locked && locked.Artifact == model.OnnxHash && TrainingReason.Changes(plan, locked).Count == 0
        && locked.Expectations.Any(one => expectations.Any(other => one.Of == other.Of && one != other));

    /// <summary>The first fact of the trained model that is not as in the lock; null where inputs changed, so that the lock says nothing of it.</summary>
    public static Difference? Difference(ModelPlan plan, TrainedModel model) => plan.Lock is { } locked && TrainingReason.Changes(plan, locked).Count == 0
        ? LockComparison.Compare(locked, Publisher.Lock(plan, model, locked.SinceRelease, locked.Slices, locked.Expectations, locked.Released)).FirstOrDefault(IsOfTraining)
        : null;

    static bool IsOfTraining(Difference difference) =>
        difference.Fact is "artifact" or "boosting" or "threshold" or "training" or "heldOut" || difference.Fact.StartsWith("metrics.", StringComparison.Ordinal);
}
