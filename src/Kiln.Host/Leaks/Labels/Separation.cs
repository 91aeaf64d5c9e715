using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Leaks.Labels;

/// <summary>How well probabilities tell the classes apart: the area under the ROC curve of each class against the others, averaged by their rows.</summary>
static class Separation
{
    public static double Measure(float[][] probabilities, int[] labels)
    {
        var total = 0.0;
        foreach (var (c, rows) in labels.CountBy(label => label))
            if (rows < labels.Length)
                total += (double)rows / labels.Length * Area([.. probabilities.Select(row => row[c])], [.. labels.Select(label => label == c ? 1f : 0)]);
        return total;
    }

    static double Area(float[] probabilities, float[] labels) => Metrics.Create(
        new(TaskKind.BinaryClassification, labels, [.. probabilities.Select(probability => new[] { probability - 0.5f, probability })]))
        .Measure()[0];
}
