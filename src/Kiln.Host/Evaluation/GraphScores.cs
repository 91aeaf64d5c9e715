using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Explanations;

namespace Kiln.Host.Evaluation;

/// <summary>A model's raw scores as its graph computes them, operator by operator.</summary>
sealed class GraphScores
{
    readonly BoundGraph _graph;
    readonly RawScore[] _scores;

    public GraphScores(OnnxModel model)
    {
        _graph = new(model);
        _scores = RawScores.Find(_graph);
    }

    /// <summary>Each raw score of a row, and the scale of what may be rounded in it.</summary>
    public (double Score, double Magnitude)[] Of(IReadOnlyDictionary<string, float> numbers, IReadOnlyDictionary<string, string> texts)
    {
        using var scratch = _graph.Evaluator.Rent();
        foreach (var (name, slot) in _graph.Evaluator.Inputs)
        {
            if (slot.Kind == SlotKind.Number)
                scratch.Row.Number(slot.Offset) = numbers[name];
            else
                scratch.Row.Text(slot.Offset) = texts[name];
        }
        _graph.Evaluator.Run(scratch.Row);
        var result = new (double, double)[_scores.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = Of(_scores[i], scratch.Row);
        return result;
    }

    static (double, double) Of(RawScore score, Row row)
    {
        var (sum, magnitude) = score.Trees is { } trees ? (row.Number(trees.Result.Offset) * score.Scale, trees.Magnitude(row, 0) * Math.Abs(score.Scale)) : (0, 0);
        if (score.Linear is not { } linear)
            return (sum, magnitude);
        var scores = new float[linear.Count];
        linear.Run(row, scores);
        return (sum + scores[score.Place], magnitude + linear.Magnitude(row));
    }
}
