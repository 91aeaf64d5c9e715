using Kiln.Contracts;
using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;

namespace Kiln.Host.Examples;

/// <summary>A row whose label is a text that means missing is left out, and that text may have been an answer: it is said where it stands.</summary>
static class LabelTexts
{
    public static Diagnostic? Missing(ModelPlan plan, Table table)
    {
        if (!plan.Shape.LearnsFromLabel)
            return null;
        var label = table[plan.Shape.Label.Name];
        var rows = Enumerable.Range(0, table.Rows).Count(label.IsMissing);
        if (rows == 0 || plan.Contract.Dialect.MissingIn(label.Column).Count == 0
            || FirstMissingText.Find(plan.Dataset, plan.Contract, label.Column) is not var (place, text))
            return null;
        return place.Say(Ids.LabelCountsAsMissing,
            $"'{text}' counts as a missing value in '{label.Column.Name}', which {plan.Name} predicts, so rows are left out "
            + $"({Counted.Format(rows, "row")} without a label in all; this is the first with that string); if it is a value, remove it from the column's "
            + $"\"missing\" in '{Path.GetFileName(plan.Dataset.Contract)}' (or write an empty list there), otherwise remove the rows",
            isWarning: true);
    }
}
