using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Leaks;

/// <summary>
/// Looks in the rows of a model that was just trained for what makes its metrics better than it is. Warnings name places in files, so the build
/// that trains says them, once; what they found stays with the model, in its notes, and is in every report.
/// </summary>
sealed class LeakChecks(Action<Diagnostic> warn, TimeProvider clock, int threads)
{
    /// <summary>The model with what was found among its notes.</summary>
    public TrainedModel Run(ModelPlan plan, ModelRows rows, TrainedModel model)
    {
        List<Finding> found = [.. Find(plan, rows, model)];
        foreach (var warning in found.SelectMany(finding => finding.Warnings))
            warn(warning);
        return model with { Notes = [.. model.Notes, .. found.Select(finding => finding.Note).OfType<string>()] };
    }

    IEnumerable<Finding> Find(ModelPlan plan, ModelRows rows, TrainedModel model)
    {
        // Where nothing is learned from a label, none can leak.
        if (!plan.Shape.LearnsFromLabel)
            return [.. RowIdentifiers.Check(plan, rows), .. FutureDates.Check(plan, rows, clock)];
        var codes = new RowCodes(rows.Examples);
        Finding?[] found =
        [
            .. GoldenFeature.Check(plan, rows, model),
            RepeatedRows.Check(plan, rows, codes),
            ConflictingLabels.Check(plan, rows, codes),
            .. RowIdentifiers.Check(plan, rows),
            HeldOutInThePast.Check(plan, rows),
            .. FutureDates.Check(plan, rows, clock),
            new MislabelledRows(threads).Check(plan, rows),
        ];
        return found.OfType<Finding>();
    }
}
