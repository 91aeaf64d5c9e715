using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Gates;
using Kiln.Host.Models;

namespace Kiln.Host.Findings;

/// <summary>All that is to be said of a trained model beside its gates: in every build that holds it against them, not only the one that trains it.</summary>
static class ModelFindings
{
    /// <param name="evidence">Null where there are no data to measure it on.</param>
    public static IEnumerable<Diagnostic> List(ModelPlan plan, TrainedModel model, Evidence? evidence, string directory)
    {
        var (definition, measured, rows) = (plan.Definition, model.Measurements, model.HeldOutRows);
        foreach (var undefined in DefinedCheck.Check(definition, measured, rows, directory))
            yield return undefined;
        var guess = SkillCheck.Check(definition, measured, rows, directory);
        if (guess is not null)
            yield return guess;
        if (CoverageCheck.Check(definition, plan.Shape, measured, rows, directory) is { } coverage)
            yield return coverage;
        if (evidence is null)
            yield break;
        // Of what is no better than guessing it goes without saying that it may be no better than a linear model, and that it uses no feature.
        if (LinearCheck.Check(definition, measured[0], evidence.Find(measured[0].Metric), rows, directory) is { } linear && (guess is null || linear.IsWarning))
            yield return linear;
        // What is too extreme is off as well, and one of the two says why.
        if ((SpreadCheck.Check(definition, measured[0], evidence, rows) ?? CalibrationCheck.Check(evidence, rows)) is var (extreme, predictions))
            yield return At(extreme, predictions, definition.FalseNegativeCost is not null);
        if (guess is null && UnusedCheck.Check(measured[0].Metric, evidence, plan.Shape.Features.Count) is var (unused, features))
            yield return At(unused, features, isWarning: false);

        Diagnostic At(string id, string message, bool isWarning) =>
            new(Path.GetFullPath(definition.Location.File, directory), definition.Location.Line, definition.Location.Column, id, message, isWarning) { IsInformation = !isWarning };
    }
}
