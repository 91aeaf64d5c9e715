using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Training;

/// <summary>Whether there is enough in the queries to rank their rows, and what reports say of them.</summary>
static class QueryCheck
{
    /// <summary>Of fewer a handful trains and one or two measure.</summary>
    const int Fewest = 10;

    /// <summary>LightGBM's own limit.</summary>
    const int MostRows = 10_000;

    /// <returns>Null where they can be ranked.</returns>
    public static (string Id, string Message)? Problem(ModelPlan plan, ExampleSet examples, HoldOut holdOut)
    {
        var (query, label) = (plan.Shape.Query!.Name, plan.Shape.Label.Name);
        var (training, heldOut) = (Sizes(examples, holdOut.Training), Sizes(examples, holdOut.HeldOut));
        if (training.Count + heldOut.Count < Fewest)
            return (Ids.TooFewRows, $"'{plan.Dataset.Name}' has {Counted.Format(training.Count + heldOut.Count, "different value")} of '{query}' ({heldOut.Count} of them held out); "
                + $"at least {Fewest} queries are needed to train and to measure; add data");
        if (Ranked(examples, holdOut.Training) == 0)
            return (Ids.LabelNotVarying, $"in each of the {Text(training.Count)} values of '{query}' that train the model all rows have the same '{label}': there is nothing to put in order; "
                + $"choose another label or Group, or add rows that differ");
        if (plan.Definition.Pipeline is null && plan.Definition.Trainer == nameof(Trainer.LightGbm) && training.Max() is > MostRows and var most)
            return (Ids.WrongRanking, $"a value of '{query}' has {Text(most)} rows, and LightGBM ranks {Text(MostRows)} at most; name a Group of fewer rows, or set Trainer = Trainer.FastTree");
        return null;
    }

    /// <returns>Null where nothing is ranked.</returns>
    public static string? Describe(ModelShape shape, ModelRows rows)
    {
        if (shape.Query is not { } query)
            return null;
        var sides = new[] { ("train", rows.HoldOut.Training), ("measure", rows.HoldOut.HeldOut) }.Select(side =>
        {
            var all = Sizes(rows.Examples, side.Item2).Count;
            var same = all - Ranked(rows.Examples, side.Item2);
            return $"{Text(all)} queries {side.Item1}{(same > 0 ? $", {Text(same)} of which {(same == 1 ? "says" : "say")} nothing, because all {(same == 1 ? "its" : "their")} rows have the same '{shape.Label.Name}'" : "")}";
        });
        return $"rows of one '{query.Name}' are put in order: {string.Join("; ", sides)}";
    }

    static List<int> Sizes(ExampleSet examples, int[] rows) => [.. rows.CountBy(row => examples.Queries![row]).Select(query => query.Value)];

    static int Ranked(ExampleSet examples, int[] rows) =>
        RankedQuery.List(examples.QueriesOf(rows)!, [.. rows.Select(row => examples.Label[row])], examples.WeightsOf(rows)).Count;

    static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
