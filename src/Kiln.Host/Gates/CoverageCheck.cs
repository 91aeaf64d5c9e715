using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Gates;

/// <summary>Holds the intervals of a model against the share that they are asked to hold: without a gate nobody else does.</summary>
static class CoverageCheck
{
    const string Coverage = "Coverage";

    /// <summary>A warning at the model's attribute where the held-out rows rule that share out; null where they do not, or there are no intervals.</summary>
    public static Diagnostic? Check(ModelDefinition model, ModelShape shape, IReadOnlyList<Measurement> measurements, long heldOutRows, string directory)
    {
        if (shape.Interval is not { } share || measurements.FirstOrDefault(measured => measured.Metric == Coverage) is not { Value: { HasInterval: true } held }
            || share >= held.Low && share <= held.High)
            return null;
        return new(Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.CoverageMissed,
            FormattableString.Invariant($"Interval is {share}, but of {Counted.Format(heldOutRows, "held-out row")} {100 * held.Value:0.#} % lie between Low and High, with a 95 % interval of {100 * held.Low:0.#} to {100 * held.High:0.#} %: ")
            + (shape.Split == SplitKind.Time ? "later rows are not like those that the intervals were made of; add inputs that say what changes, or train more often"
                : "that is chance for one model in twenty; if it stays with other seeds or more rows, the rows that are held out are not like the others"),
            IsWarning: true);
    }
}
