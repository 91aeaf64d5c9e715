using Kiln.Host.Export.Steps;
using Microsoft.ML.Trainers;

namespace Kiln.Host.Export.Parity;

/// <summary>Compares the three ways to predict, row by row, and refuses at the first difference that rounding does not explain.</summary>
/// <param name="steps">The pipeline's steps.</param>
/// <param name="outputs">The outputs of the file.</param>
/// <param name="remedy">What to do about a difference, or null for what can be done about the step that makes the output.</param>
sealed class Comparison(List<PipelineStep> steps, IReadOnlyList<string> outputs, string? remedy)
{
    readonly double _slope = Slope.OfScore(steps);

    public void Check(RowSample sample, KilnScores kiln, OnnxRuntimeScores? runtime, Func<int, string> describe)
    {
        var (kilnOutputs, magnitudes, products) = kiln.Run(sample);
        // What is undecided is not compared, so most must be decided.
        if (magnitudes.Count(double.IsInfinity) > sample.Count / 2)
            throw new ExportException("rounding decides most rows: trees compare sums with thresholds that are closer than the sums are exact"
                + (remedy is null ? "; put fewer or differently scaled features before them" : "; " + remedy));
        Check(sample, "Kiln's predictor", kilnOutputs, magnitudes, row => products[row] > 0 ? Tolerance.Adding(products[row]) : Tolerance.Exact, describe);
        if (runtime is not null)
            Check(sample, "ONNX Runtime", runtime.Run(sample), magnitudes, row => Tolerance.Adding(Math.Max(kiln.Trees, products[row])), describe);
    }

    void Check(RowSample sample, string who, float[][] actual, double[] magnitudes, Func<int, Tolerance> tolerance, Func<int, string> describe)
    {
        if (actual.Length != outputs.Count)
            throw new ExportException($"the exported model has {actual.Length} outputs instead of {outputs.Count}");
        for (var output = 0; output < outputs.Count; output++)
        {
            var width = sample.Outputs[output][0].Length;
            var distances = GivesDistances(output);
            // A score per class is a probability; of a binary model's two outputs the second is.
            var slope = width > 1 && !distances ? Slope.OfClasses : outputs[output] == "Probability" ? _slope : (double?)null;
            var step = Maker(output)?.Transformer as GraphStep;
            if (actual[output].Length / sample.Count is var given && given != width)
                throw Refused(output, $"has {given} values per row in {who} and {width} in ML.NET");
            for (var row = 0; row < sample.Count; row++)
            {
                var expected = sample.Outputs[output][row];
                var allowed = slope is { } probability ? tolerance(row).Probability(magnitudes[row], probability)
                    : step is { GivesDistances: false } ? tolerance(row).Made(magnitudes[row], step.Slope, expected[0])
                    : tolerance(row).Score(magnitudes[row]);
                var values = actual[output].AsSpan(row * width, width);
                for (var i = 0; i < values.Length; i++)
                {
                    if (!Tolerance.Holds(expected[i], values[i], allowed))
                        throw Refused(output, $"is {values[i]:R} in {who} and {expected[i]:R} in ML.NET for {describe(row)}");
                }
                if (output == 0 && sample.Labels.Count > 0 && Label(distances ? Negated(values) : values, allowed) is { } label && label != sample.Labels[row])
                    throw Refused(output, $"gives the label {label} in {who} and {sample.Labels[row]} in ML.NET for {describe(row)}");
            }
        }
    }

    /// <summary>The label as a caller takes it from the scores, or null where rounding may decide.</summary>
    static int? Label(ReadOnlySpan<float> scores, double tolerance)
    {
        if (scores.Length == 1)
            return Math.Abs(scores[0]) <= tolerance ? null : scores[0] > 0 ? 1 : 0;
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != best && !(scores[best] - scores[i] > 2 * tolerance))
                return null;
        }
        return best;
    }

    /// <summary>Of distances the least decides.</summary>
    static float[] Negated(ReadOnlySpan<float> distances)
    {
        var negated = new float[distances.Length];
        for (var i = 0; i < negated.Length; i++)
            negated[i] = -distances[i];
        return negated;
    }

    bool GivesDistances(int output) => Maker(output) is { } step && (step.Transformer is GraphStep { GivesDistances: true } || step.Model is KMeansModelParameters);

    PipelineStep? Maker(int output) => steps.FindLast(step => step.Columns.Contains(outputs[output]));

    ExportException Refused(int output, string what)
    {
        var step = Maker(output);
        var how = remedy ?? (step is null ? null : $"{step.Name} produces it: {Advice.For(step)}");
        return new($"the exported model does not predict what was trained: '{outputs[output]}' {what}{(how is null ? "" : "; " + how)}");
    }
}
