using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Expectations;

/// <summary>Holds a model against what is expected of it.</summary>
static class ExpectationVerdict
{
    /// <summary>An error for each expectation that is missed, at the attribute.</summary>
    /// <param name="directory">The project's.</param>
    public static IEnumerable<Diagnostic> Check(ModelDefinition model, IReadOnlyList<ExpectationResult> results, string directory)
    {
        foreach (var (expectation, location) in model.Expectations)
            if (Find(expectation, results) is var result && !result.Measured.Meets(expectation))
                yield return new(Path.GetFullPath(location.File, directory), location.Line, location.Column, Ids.ExpectationMissed,
                    $"{Describe(expectation, result)}; {Because(expectation)}nothing was published: {Remedy(model, expectation)}");
    }

    public static ExpectationResult Find(Expectation expectation, IReadOnlyList<ExpectationResult> results) => results.First(result => result.Measured.IsOf(expectation));

    /// <returns><c>met</c> or <c>missed</c>.</returns>
    public static string Word(Expectation expectation, ExpectationResult result) => result.Measured.Meets(expectation) ? "met" : "missed";

    static string Describe(Expectation expectation, ExpectationResult result)
    {
        var (measured, score) = (result.Measured, expectation.Class is { } name ? $"the probability of '{name}'" : "the score");
        var wrong = expectation.Monotone switch
        {
            Direction.Increasing => $"{score} falls where '{expectation.Column}' rises",
            Direction.Decreasing => $"{score} rises where '{expectation.Column}' rises",
            _ => $"{(expectation.Class is null ? "the prediction" : score)} changes with '{expectation.Column}'",
        };
        var allowed = expectation.Within is > 0 and { } within ? $" by more than {Text(within)}" : "";
        var most = double.IsNaN(measured.Worst) ? "to no number" : $"by up to {Text(measured.Worst)}";
        return $"{wrong}{allowed} on {Text(measured.Broken, "N0")} of {Counted.Format(measured.Rows, "held-out row")} "
            + $"({Text(100 * (1 - measured.Share), "0.#")} %{(expectation.MinShare is { } share ? $", and {Text(100 * (1 - share), "0.##")} % may" : "")}), {most}"
            + (result.Example is { } example ? $", as in {example}" : "");
    }

    static string Remedy(ModelDefinition model, Expectation expectation) =>
        expectation.Monotone is null ? $"keep '{expectation.Column}' from the model with Ignore in [Model], or allow a change with Within or MinShare"
        : expectation.Class is not null ? "add rows, or allow more with Within or MinShare"
        : model.Pipeline is not null ? $"remove the method Pipeline, for the default one keeps it by construction{Alone(expectation)}, or constrain its trainer, or {Allow(expectation)}"
        : model.Trainer != nameof(Trainer.LightGbm) ? $"use Trainer = Trainer.LightGbm, which keeps it by construction{Alone(expectation)}, or {Allow(expectation)}"
        : expectation.IsKeptByConstruction ? "this is a bug in Kiln, not of the project or its data, for LightGBM was told to keep it: report it with this message; until it is fixed, allow a tendency with Within or MinShare"
        : "leave out Within and MinShare, so that the default trainer keeps it by construction, or allow more";

    /// <summary>A trainer is told only of what leaves no room.</summary>
    static string Alone(Expectation expectation) => expectation.IsKeptByConstruction ? "" : " without Within and MinShare";

    static string Allow(Expectation expectation) => expectation.IsKeptByConstruction ? "allow a tendency with Within or MinShare" : "allow more with Within or MinShare";

    static string Because(Expectation expectation) => expectation.Because is null ? "" : $"it is expected because {expectation.Because.TrimEnd('.')}; ";

    static string Text(double value, string format = "0.####") => value.ToString(format, CultureInfo.InvariantCulture);
}
