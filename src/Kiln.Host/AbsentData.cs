using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Host.Diagnostics;
using Kiln.Host.Expectations;
using Kiln.Host.Models;
using Kiln.Host.Requests;
using Kiln.Host.Slices;
using Kiln.Host.Training;

namespace Kiln.Host;

/// <summary>What a build does for a model whose data it does not read: it takes what the lock says, or says why it cannot.</summary>
sealed class AbsentData(Request request)
{
    /// <summary>What the lock says of the data.</summary>
    public static PlanData Locked(ModelPlan plan) => new(plan.Lock!.DataHash, plan.Lock.Split, plan.Lock.Partitions);

    /// <exception cref="BuildException">The lock does not say which model it is to be, or more is asked for than taking it.</exception>
    public void Check(ModelPlan plan)
    {
        if (plan.HasData)
            return;
        if (request.Releases || request.Tunes)
            throw NotToBeHad(plan, $"and a {(request.Releases ? "release" : "search")} needs them; do that where they are");
        if (plan.Lock is not { } locked)
            throw NotToBeHad(plan, "and it has no lock, so it was never trained; train it where they are, and commit the lock");
        if (MergedLock.Read(File.ReadAllText(plan.LockPath).ReplaceLineEndings("\n"), out _) is not null)
            throw NotToBeHad(plan, "and its lock has merge conflicts, which are settled by training what the merge amounts to; build where they are, and commit the lock");
        if (plan.Version != locked.Version)
            throw NotToBeHad(plan, $"and its version changed since the lock was written ({locked.Version} → {plan.Version}); build where they are and commit the lock, or take the change back");
        if (SliceCache.Sliced(plan).FirstOrDefault(gate => !locked.Slices.Any(sliced => sliced.IsOf(gate))) is { } gate)
            throw NotToBeHad(plan, $"and the lock does not have {gate.Metric} in each value of '{gate.Slice}' of {gate.FewestRows} rows or more, which a gate holds; build where they are and commit the lock, or take the change back");
        if (ExpectationCache.Unlocked(plan) is { } expectation)
            throw NotToBeHad(plan, $"and the lock does not say how the model does against the expectation {expectation}; build where they are and commit the lock, or take the change back");
        if (TrainingReason.Changes(plan, locked) is { Count: > 0 } changed)
            throw NotToBeHad(plan, $"and {string.Join(" and ", changed)} changed since the lock was written; train it where they are and commit the lock, or take the change back");
    }

    /// <summary>Where a build may not write it does not look for data either; elsewhere a file may be missing by mistake.</summary>
    public static Diagnostic Warning(Dataset dataset) => ItemLocation.Say(dataset, Ids.DataFileMissing,
        $"the data of dataset '{dataset.Name}' ('{dataset.Include}') are not on this machine, so they are not held against their contract, and its models are those that the locks name; "
        + "put them in place if that is a mistake, or set KilnTrain to 'fetch' if it is meant") with { IsWarning = true };

    /// <param name="rest">Why it cannot be had without data, and what to do.</param>
    public BuildException NotToBeHad(ModelPlan plan, string rest)
    {
        var location = plan.Definition.Location;
        var why = request.Fetches ? "KilnTrain is 'fetch', so its data are not read," : $"the data of '{plan.Dataset.Name}' ('{plan.Dataset.Include}') are not on this machine,";
        return new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, Ids.ModelNotToBeHad, $"there is no model for '{plan.Name}': {why} {rest}");
    }
}
