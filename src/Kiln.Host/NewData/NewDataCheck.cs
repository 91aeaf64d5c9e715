using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
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

    /// <summary>Whether nothing is new about it, or is to be said. A model that was never trained knows no data to hold the new against.</summary>
    public static bool IsKnown(ModelPlan plan, PlanData now) => plan.Contract.NewData == NewDataSeverity.Off
        || plan.Lock is not { Partitions.Count: > 0 } locked || locked.DataHash == now.Hash
        || plan.Contract.Accepted is { } accepted && now.Hash.StartsWith(accepted, StringComparison.Ordinal);

    static IEnumerable<Diagnostic> Find(ModelPlan plan, Table all, PlanData now, Places places)
    {
        var arrivals = Arrivals.Find(all.Partitions, now.Partitions, plan.Lock!.Partitions);
        // A dataset of one file is that file, and changes with it.
        var rewritten = plan.Lock.Partitions.Count > 1 ? Rewritten.Describe(arrivals, plan.LockPath, places)
            : all.Partitions.Count == 1 && arrivals.Known.Count == 0 ? new ProfileCheck(all, places).Check(all.Partitions[0])
            : [];
        if (arrivals.Known.Count == 0 || arrivals.New.Count == 0)
            return rewritten;
        var check = new NewFileCheck(all, arrivals.Known, Repeats.Count(all, [.. all.Partitions.Select(arrivals.Known.Contains)]), places);
        return rewritten.Concat(arrivals.New.SelectMany(check.Check));
    }
}
