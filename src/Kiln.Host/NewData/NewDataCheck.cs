using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.NewData;

/// <summary>Holds what came since the lock was written against what was there: new files, and old ones that are not what they were.</summary>
/// <param name="report">Takes warnings.</param>
sealed class NewDataCheck(Action<Diagnostic> report)
{
    readonly HashSet<string> _checked = [], _refused = [];

    /// <summary>Each dataset once, however many models it has.</summary>
    /// <param name="all">The rows of every file, before the files are merged.</param>
    /// <exception cref="BuildException">The contract wants errors, and something is not as it was; without diagnostics where another model has told them.</exception>
    public void Check(ModelPlan plan, Table all, PlanData now)
    {
        if (_refused.Contains(plan.Dataset.Name))
            throw new BuildException([]);
        if (IsKnown(plan, now) || !_checked.Add(plan.Dataset.Name))
            return;
        var isError = plan.Contract.NewData == NewDataSeverity.Error;
        var found = Find(plan, all, now, new(isError)).ToList();
        if (isError && found.Count > 0)
        {
            _refused.Add(plan.Dataset.Name);
            throw new BuildException(found);
        }
        found.ForEach(report);
    }

    /// <summary>
    /// What is different about new rows of which some break the contract. A contract by which rows are read in another way than those of the lock
    /// makes other rows of them all, so then nothing can be compared; and no model learns from them, so as errors they would only repeat that.
    /// </summary>
    /// <param name="all">The rows of every file, with the columns that can be compared.</param>
    public static IEnumerable<Diagnostic> Explain(ModelPlan plan, Table all) =>
        plan.Lock is { } locked && locked.Contract == plan.ContractFingerprint && DataIdentity.Describe(plan, all, locked.Split) is var now && !IsKnown(plan, now)
            ? Find(plan, all, now, new(asErrors: false, besideViolations: true)) : [];

    /// <summary>Whether nothing is new about it, or is to be said. A model that was never trained knows no data to hold the new against.</summary>
    public static bool IsKnown(ModelPlan plan, PlanData now) => plan.Contract.NewData == NewDataSeverity.Off
        || plan.Lock is not { Partitions.Count: > 0 } locked || locked.DataHash == now.Hash
        || plan.Contract.Accepted is { } accepted && now.Hash.StartsWith(accepted, StringComparison.Ordinal);

    static IEnumerable<Diagnostic> Find(ModelPlan plan, Table all, PlanData now, Places places)
    {
        // What a lock from before a column was classified has of its values is in no message.
        var locked = plan.Lock! with { Partitions = plan.WithoutClassified(plan.Lock!.Partitions) };
        var arrivals = Arrivals.Find(all.Partitions, now.Partitions, locked.Partitions);
        var readsAlike = locked.Contract == plan.ContractFingerprint;
        // A dataset of one file is that file, whatever it is called.
        if (locked.Partitions.Count == 1 && all.Partitions.Count == 1)
            return arrivals.Known.Count > 0 ? []
                : new OneFileCheck(all, places, plan.Dataset.Replaces).Check(locked.Partitions[0], Growth.Find(all, all.Partitions[0], locked.Partitions[0], readsAlike));
        var grown = arrivals.Changed.Select(file => Growth.Find(all, file.Now, file.Was, readsAlike)).OfType<Growth>().ToList();
        var rewritten = locked.Partitions.Count == 1 ? []
            : Rewritten.Describe(arrivals, [.. grown.Where(growth => growth.IsProven).Select(growth => growth.File)], plan.LockPath, places);
        return [.. rewritten, .. grown.SelectMany(growth => new GrowthCheck(all, arrivals.Known, places).Check(growth) ?? []), .. New(all, arrivals, places)];
    }

    static IEnumerable<Diagnostic> New(Table all, Arrivals arrivals, Places places)
    {
        if (arrivals.Known.Count == 0 || arrivals.New.Count == 0)
            return [];
        var check = new NewRowsCheck(all.Columns, Repeats.Count(all.RowHashes, all.Partitions, [.. all.Partitions.Select(arrivals.Known.Contains)]), places);
        return arrivals.New.SelectMany(file => check.Check(new NewFile(file, arrivals.Known)));
    }
}
