using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Training.Intervals;

namespace Kiln.Host.Training.Isolation;

/// <summary>What reports say of what is flagged, and what was not read.</summary>
static class AnomalyNotes
{
    /// <param name="heldOut">What is said of the held-out rows.</param>
    public static IEnumerable<string> List(ModelShape shape, ModelRows rows, AnomalyThreshold threshold, Predictions heldOut)
    {
        yield return $"an isolation forest of {IsolationForest.Trees} trees, each of {Math.Min(IsolationForest.MostRows, threshold.Rows)} training rows: a row is flagged from a score of "
            + $"{threshold.Value.ToString("G6", CultureInfo.InvariantCulture)} on, as {Text(threshold.Flagged)} of {Counted.Format(threshold.Rows, "training row")} are, to flag {IntervalNote.Percent(shape.AnomalyShare!.Value)}; "
            + $"it flags {Text(heldOut.Decisions.Count(isFlagged => isFlagged))} of {Counted.Format(heldOut.Scores.Length, "held-out row")}{Ties(shape, threshold)}";
        if (shape.Inputs.Where(input => input.IsFreeText).Select(input => $"'{input.Name}'").ToList() is { Count: > 0 } texts)
            yield return $"not read, because every free text is unusual: {string.Join(", ", texts)}";
        if (shape.LabelColumn is { } label)
            yield return Known(shape, label.Name, [.. rows.HoldOut.HeldOut.Select(row => rows.Examples.Label[row])]);
    }

    static string Known(ModelShape shape, string label, float[] labels) =>
        $"the label '{label}' measures the model, which learns nothing from it: {Text(labels.Count(value => value > 0))} of {Counted.Format(labels.Length, "held-out row")} "
        + $"are known to be anomalies ('{shape.Classes[1]}')" + (labels.Count(float.IsNaN) is > 0 and var unknown ? $", of {Text(unknown)} it is not known" : "");

    /// <summary>Rows that are equal are flagged together.</summary>
    static string Ties(ModelShape shape, AnomalyThreshold threshold) => Math.Abs(threshold.Flagged - shape.AnomalyShare!.Value * threshold.Rows) < 1 ? ""
        : "; no share is nearer to what was asked for, because rows of equal score are flagged together";

    static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
