using Kiln.Onnx.Compilation;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Explanations;

/// <summary>A sum that a model's score is, or is made from by something that follows it row by row, such as a probability.</summary>
/// <param name="Trees">The trees that are added up; null where the sum is a linear one alone.</param>
/// <param name="Linear">The linear scores; null where trees alone are added up.</param>
/// <param name="Place">Which of the linear scores.</param>
/// <param name="Scale">What the trees' sum is multiplied by.</param>
/// <param name="IsScore">Whether it is the model's score itself, and not what that is made from.</param>
sealed record RawScore(TreeEnsembleRegressor? Trees, LinearScores? Linear, int Place, double Scale, bool IsScore);

/// <summary>Finds the sums behind a model's first output.</summary>
sealed class RawScores(BoundGraph graph)
{
    const int MostSteps = 1 << 12;

    int _steps;

    /// <exception cref="NotExplainedException">It is made in a way that is no such sum.</exception>
    public static RawScore[] Find(BoundGraph graph) => [.. new RawScores(graph).Walk(graph.Model.Outputs[0].Name, 1, true)];

    IEnumerable<RawScore> Walk(string value, double scale, bool isScore)
    {
        var (node, step) = graph.Steps.Find(step => step.Node.Outputs.Contains(value));
        if (node is null || ++_steps > MostSteps)
            throw new NotExplainedException("its score is an input as it is");
        return step switch
        {
            TreeEnsembleRegressor trees when graph.Binding!.Find(value).Length == 1 => [new(trees, null, 0, scale, isScore)],
            LinearRegressor { Scores: LinearScores scores } when scale == 1 => Linear(scores),
            LinearClassifier { Scores: LinearScores scores } when scale == 1 => Linear(scores, node.Text("post_transform", "NONE") == "NONE"),
            Concat or FeatureVectorizer => node.Inputs is [var only] ? Walk(only, scale, isScore) : node.Inputs.SelectMany(input => Walk(input, 1, false)),
            _ => node.Operator switch
            {
                "Identity" or "Cast" or "Squeeze" => Walk(node.Inputs[0], scale, isScore),
                "Softmax" or "Exp" => Walk(node.Inputs[0], 1, false),
                "Mul" when isScore && Constant(node) is { } factor => Walk(node.Inputs[0], scale * factor, true),
                "Div" when isScore && Constant(node) is { } divisor => Walk(node.Inputs[0], scale / divisor, true),
                // A distance is the square of the row, which is the same for each centre, less a score of the centre.
                "Clip" when isScore && Subtracted(node.Inputs[0]) is { } nearness => Walk(nearness, 1, false),
                "Add" when node.Inputs.All(IsMade) => Join([.. Walk(node.Inputs[0], scale, isScore)], [.. Walk(node.Inputs[1], scale, isScore)]),
                // From a class's raw score over a calibrator to its share of all.
                "Mul" or "Add" or "Sigmoid" or "Clip" or "Div" or "Normalizer" when !isScore => Walk(node.Inputs[0], 1, false),
                var other => throw new NotExplainedException($"its score is made by {other}, which is no sum over columns"),
            },
        };

        IEnumerable<RawScore> Linear(LinearScores scores, bool isLast = true) =>
            Enumerable.Range(0, scores.Count).Select(place => new RawScore(null, scores, place, 1, isScore && isLast));
    }

    bool IsMade(string value) => graph.Steps.Exists(step => step.Node.Outputs.Contains(value));

    /// <summary>Of a linear model and of trees each score of the one with that of the other.</summary>
    static IEnumerable<RawScore> Join(RawScore[] some, RawScore[] others) => some.Length == others.Length ? some.Zip(others, Join)
        : throw new NotExplainedException("its score is a sum of which one part is the same for all classes");

    static RawScore Join(RawScore one, RawScore other) => (one, other) switch
    {
        ({ Linear: null } trees, { Trees: null } linear) => trees with { Linear = linear.Linear, Place = linear.Place },
        ({ Trees: null } linear, { Linear: null } trees) => trees with { Linear = linear.Linear, Place = linear.Place },
        _ => throw new NotExplainedException("its score is the sum of two of a kind, which is more than one of trees and one of a linear model"),
    };

    /// <summary>The numbers that are subtracted from a single one.</summary>
    string? Subtracted(string value) =>
        graph.Steps.Find(step => step.Node.Outputs.Contains(value)).Node is { Operator: "Sub" } node && graph.Binding!.Find(node.Inputs[0]).Length == 1 ? node.Inputs[1] : null;

    double? Constant(OnnxNode node) =>
        graph.Model.Initializers.Find(tensor => tensor.Name == node.Inputs[1]) is { Floats: [var only] } ? only : null;
}
