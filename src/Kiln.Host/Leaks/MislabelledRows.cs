using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Leaks.Labels;
using Kiln.Host.Models;

namespace Kiln.Host.Leaks;

/// <summary>Training rows whose label is probably wrong, judged by models that did not see them.</summary>
/// <param name="threads">How many threads may train.</param>
sealed class MislabelledRows(int threads)
{
    /// <summary>Of more rows a sample is judged, so that this costs seconds at most, whatever the data.</summary>
    const int MostRows = 10_000;

    /// <summary>A class with fewer cannot be judged (cleanlab#641).</summary>
    const int FewestOfClass = 20;

    /// <summary>Where the models tell the classes apart less well, they are wrong where they contradict a label.</summary>
    const double LeastSeparation = 0.9;

    const double LeastRecognised = 1 / 3.0;

    /// <summary>Fewer wrong labels than this are for the report only.</summary>
    const double WarningRate = 0.01;

    const int Shown = 20;

    public Finding? Check(ModelPlan plan, ModelRows rows)
    {
        // A pipeline of the model's own may take any time and do anything, so it is fitted once and no more.
        if (!plan.Shape.PredictsClasses || plan.Definition.Pipeline is not null)
            return null;
        var training = Sampling.Take(rows.HoldOut.Training, MostRows);
        int[] labels = [.. training.Select(row => (int)rows.Examples.Label[row])];
        bool[] judged = [.. plan.Shape.Classes.Select((_, c) => labels.Count(label => label == c) >= FewestOfClass)];
        if (judged.Count(isJudged => isJudged) < 2 || OutOfFold.Predict(plan, rows, training, judged, threads) is not { } probabilities)
            return null;
        var known = Recognised(probabilities, labels, judged);
        var unjudged = plan.Shape.Classes.Where((_, c) => !judged[c]).ToList();
        var unsaid = unjudged.Count == 0 ? null
            : $"labels that have fewer than {FewestOfClass} training rows are not checked for mistakes: "
                + string.Join(", ", unjudged.Select(name => $"'{name}'"));
        if (NoiseRate.Estimate(probabilities, labels, known) is not { } rate)
            return unsaid is null ? null : new(unsaid);
        var count = labels.Count(label => known[label]);
        var suspects = ConfidentLearning.Find(probabilities, labels, known).Take((int)Math.Round(rate.Value * count)).ToList();
        if (suspects.Count == 0 || !AreTold(probabilities, labels, suspects))
            return unsaid is null ? null : new(unsaid);
        var sampled = training.Length < rows.HoldOut.Training.Length ? " of a sample" : "";
        var said = FormattableString.Invariant($"{suspects.Count:N0} of {count:N0} training rows{sampled} look mislabelled ")
            + FormattableString.Invariant($"(estimated {Math.Round(rate.Low * count):N0}–{Math.Round(rate.High * count):N0})");
        return new($"{said}: their '{plan.Shape.Label.Name}' contradicts models that were trained without them{(unsaid is null ? "" : $"; {unsaid}")}",
            rate.Value < WarningRate ? [] : Warnings(plan, rows, training, suspects, said));
    }

    /// <summary>
    /// Models that recognise few rows of a class do not know it, and what they say against it counts for nothing: people leave without a sign
    /// of it. Not half of them, because wrong labels gather in a rare class: of 5 % in all, as many as it has rows of its own.
    /// </summary>
    static bool[] Recognised(float[][] probabilities, int[] labels, bool[] judged) =>
    [
        .. judged.Select((isJudged, c) => isJudged && Enumerable.Range(0, labels.Length).Where(row => labels[row] == c)
            .Average(row => probabilities[row][c] >= probabilities[row].Max() ? 1.0 : 0) >= LeastRecognised),
    ];

    /// <summary>Whether the models would know the classes, were it not for those rows.</summary>
    static bool AreTold(float[][] probabilities, int[] labels, List<Suspect> suspects)
    {
        var left = Enumerable.Range(0, labels.Length).Except(suspects.Select(suspect => suspect.Index)).ToList();
        return Separation.Measure([.. left.Select(row => probabilities[row])], [.. left.Select(row => labels[row])]) >= LeastSeparation;
    }

    static Diagnostic[] Warnings(ModelPlan plan, ModelRows rows, int[] training, List<Suspect> suspects, string said)
    {
        var shown = suspects.Take(Shown).OrderBy(suspect => training[suspect.Index]).ToList();
        var places = rows.Table.Find([.. shown.Select(suspect => (training[suspect.Index], plan.Shape.Label.Name))]);
        var which = suspects.Count > Shown ? $"the {Shown} most certain are told where they stand" : "each is told where it stands";
        var summary = $"{said}, and {which}: correct them, or leave them if they are right; ";
        return [.. shown.Zip(places, (suspect, place) => new Diagnostic(place.File, place.Line, place.Column, Ids.MislabelledRow,
            (suspect == shown[0] && suspects.Count > 1 ? summary : "")
            + $"'{plan.Shape.Classes[suspect.Given]}' looks mislabelled: "
            + $"models that were trained without this row say '{plan.Shape.Classes[suspect.Suggested]}' with a probability of "
            + suspect.Probability.ToString("0.00", CultureInfo.InvariantCulture), IsWarning: true))];
    }
}
