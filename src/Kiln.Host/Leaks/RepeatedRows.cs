using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Reports;

namespace Kiln.Host.Leaks;

/// <summary>
/// Held-out rows that equal a training row in every input and in the label. The split divides equal rows as chance would, so the figures
/// are right for data that goes on repeating itself that much; on rows that are all new the model may do worse. Rows that were copied are
/// another matter: nothing like them will come.
/// </summary>
static class RepeatedRows
{
    /// <summary>Below this share nobody would read the figures otherwise.</summary>
    const double SmallestShare = 0.01;

    public static Finding? Check(ModelPlan plan, ModelRows rows, RowCodes codes)
    {
        var (training, heldOut) = (rows.HoldOut.Training, rows.HoldOut.HeldOut);
        var known = training.Select(codes.InputsAndLabel).ToHashSet();
        int[] seen = [.. heldOut.Where(row => known.Contains(codes.InputsAndLabel(row)))];
        if (seen.Length < SmallestShare * heldOut.Length)
            return null;
        var said = FormattableString.Invariant($"{seen.Length:N0} of the {heldOut.Length:N0} held-out rows equal a training row in all inputs and the label");
        var note = $"{said}: the metrics apply to data that repeats itself as much; on entirely new rows the model may do worse";
        if (known.Count < training.Length / NearTwins.FewDistinct || NearTwins.AreUsual(codes, seen, training, withLabel: true))
            return new(note);
        var place = rows.Table.Find([(seen.Min(), plan.Contract.Columns[0].Name)])[0];
        return new(note, new Diagnostic(place.File, place.Line, place.Column, Ids.RowsOnBothSides,
            $"{said} ({Numbers.Percent(seen.Length, heldOut.Length)}; this is the first), "
            + "and few of them have another that differs in a single column, as rows that are alike by chance do: "
            + $"they look like copies, and '{plan.Name}' is measured on rows it has learned; "
            + "remove the copies, or give rows that belong together a column with role \"group\"",
            IsWarning: true));
    }
}
