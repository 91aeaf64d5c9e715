using Kiln.Contracts.Locks;
using Kiln.Host.Incremental;
using Kiln.Host.Models;

namespace Kiln.Host.Training;

/// <summary>Why a model is trained: a retraining without a reason the log can name would be a defect.</summary>
static class TrainingReason
{
    public const string UpToDate = "up to date";

    /// <summary>The reason to train a model that the cache does not hold.</summary>
    public static string WhyTrain(ModelPlan plan)
    {
        if (plan.Lock is not { } locked)
            return "it was never trained";
        var changed = Changes(plan, locked);
        return changed.Count == 0 ? "this machine does not have the locked model yet" : $"{string.Join(" and ", changed)} changed";
    }

    /// <summary>Why the cache's model is the one: nothing changed, or what changed was so before.</summary>
    public static string WhyCached(ModelPlan plan) => plan.Lock is not { } locked ? "taken from the cache, because there is no lock of it and it was trained before"
        : Changes(plan, locked) is { Count: > 0 } changed ? $"taken from the cache, because {string.Join(" and ", changed)} changed and was trained before"
        : UpToDate;

    /// <summary>Why a model is not the one that this machine had.</summary>
    public static string WhyFetched(ModelPlan plan) => $"fetched from the store, because {WhyTrain(plan)}";

    /// <summary>What goes into the model and is not as the lock says; where nothing is, the same model must come out.</summary>
    public static IReadOnlyList<string> Changes(ModelPlan plan, ModelLock locked)
    {
        var changed = new List<string>();
        if (locked.Definition != plan.DefinitionFingerprint)
            changed.Add("its definition");
        if (locked.Contract != plan.ContractFingerprint)
            changed.Add("the contract");
        foreach (var assembly in ChangedReferences(locked.References, plan.References))
            changed.Add($"what its pipeline uses from {assembly}");
        if (locked.Tuning != plan.Tuning?.Chosen?.Fingerprint)
            changed.Add("its tuned settings");
        if (locked.DataHash != plan.Data.Hash)
            changed.Add("the data");
        if (locked.Tool != Tool.Version)
            changed.Add($"the host ({locked.Tool} → {Tool.Version})");
        return changed;
    }

    static IEnumerable<string> ChangedReferences(IReadOnlyList<LockedReference> locked, IReadOnlyList<LockedReference> now) =>
        locked.Except(now).Concat(now.Except(locked)).Select(reference => reference.Assembly).Distinct();
}
