using Kiln.Contracts;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Reports;

namespace Kiln.Host.Slices;

/// <summary>
/// Tells of a model that was just trained on which held-out rows it is weak, at its attribute. The build that trains says so, once; what was found
/// stays with the model, in its notes, and is in every report.
/// </summary>
/// <param name="directory">The project's.</param>
sealed class WeakSliceCheck(Action<Diagnostic> warn, string directory)
{
    /// <summary>Whoever has mended these looks again.</summary>
    const int Most = 3;

    public TrainedModel Run(ModelPlan plan, ModelRows rows, TrainedModel model)
    {
        // What does not count is not measured, and no metric would show that it is weak.
        int[] heldOut = [.. rows.HoldOut.HeldOut.Where(row => rows.Examples.WeightOf(row) > 0)];
        if (heldOut.Length < 2 * WeakSliceSearch.FewestRows(heldOut.Length) || RowLosses.From(ShippedPredictor.Predict(plan, model.Onnx, rows.Examples, heldOut)) is not { } losses)
            return model;
        var fewest = WeakSliceSearch.FewestRows(heldOut.Length);
        SlicedColumn[] columns = [.. plan.Shape.Features.Select(feature => SlicedColumn.Cut(rows.Table[feature.Name], heldOut, fewest)).OfType<SlicedColumn>()];
        var weak = WeakSliceSearch.Search(losses, columns);
        if (weak.Count == 0)
            return model;
        var found = string.Join("; ", weak.Take(Most).Select(slice => Describe(slice, columns, losses.Metric)))
            + (weak.Count > Most ? $"; and {Counted.Format(weak.Count - Most, "other slice")}" : "");
        warn(new(Path.GetFullPath(plan.Definition.Location.File, directory), plan.Definition.Location.Line, plan.Definition.Location.Column, Ids.WeakSlice,
            $"'{plan.Name}' is weak on a part of the held-out rows: {found}; look at labels and values of such rows, add rows like them or inputs that tell them apart, "
            + "or hold what is needed there with a gate that has a Slice", IsWarning: true));
        return model with { Notes = [.. model.Notes, $"weak on a part of the held-out rows: {found}"] };
    }

    static string Describe(WeakSlice slice, SlicedColumn[] columns, string metric)
    {
        var loss = slice.Loss;
        return $"on {Counted.Format(loss.Rows, "row")} where {slice.Describe(columns)}, {metric} is {Numbers.Text((loss.Expected + loss.Excess) / loss.Rows)}, "
            + $"and {Numbers.Text(loss.Expected / loss.Rows)} on rows with such predictions";
    }
}
