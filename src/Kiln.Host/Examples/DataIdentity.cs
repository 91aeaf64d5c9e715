using Kiln.Host.Data;
using Kiln.Host.Incremental;
using Kiln.Host.Models;

namespace Kiln.Host.Examples;

/// <summary>Finds out which rows a model has, without reading them where the lock knows them.</summary>
static class DataIdentity
{
    /// <exception cref="Diagnostics.BuildException">The data cannot be read, or does not fit its contract.</exception>
    public static PlanData Find(ModelPlan plan, RowReader rows) => FromLock(plan) ?? FromRows(rows.Read(plan));

    /// <summary>The same bytes, read the same way by the same code, are the same rows.</summary>
    static PlanData? FromLock(ModelPlan plan) =>
        plan.Lock is { } locked
        && locked.Tool == Tool.Version
        && locked.Contract == plan.ContractFingerprint
        && locked.Definition == plan.DefinitionFingerprint
        && locked.Files.Select(file => file.Hash).Order(StringComparer.Ordinal).SequenceEqual(plan.Files.Select(file => file.Hash).Order(StringComparer.Ordinal))
            ? new(locked.DataHash, locked.Split, true)
            : null;

    public static PlanData FromRows(ModelRows rows) => new(RowSetHash.Compute(rows.Table.RowHashes), rows.HoldOut.Split, false);
}
