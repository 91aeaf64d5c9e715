using System.Globalization;
using System.Runtime.Intrinsics;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Explanations;

/// <summary>
/// Shapley values of a linear score: what the player's elements add, less what they add on average of the training rows.
/// </summary>
sealed class LinearShares
{
    readonly LinearScores _scores;
    readonly int _score;
    readonly int _first;
    readonly int[] _players;
    readonly double[] _means;

    /// <param name="scores">The linear scores.</param>
    /// <param name="score">Which of them.</param>
    /// <param name="first">Where the elements begin among what is read.</param>
    /// <param name="players">Each element's player.</param>
    /// <param name="means">What each player's elements add on average.</param>
    public LinearShares(LinearScores scores, int score, int first, int[] players, double[] means)
    {
        (_scores, _score, _first, _players, _means) = (scores, score, first, players, means);
        Mean = scores.Intercept(score) + means.Sum();
    }

    public double Mean { get; }

    public void Add(ReadOnlySpan<float> values, Span<Vector256<double>> shares)
    {
        var elements = values.Slice(_first, _players.Length);
        for (var i = 0; i < elements.Length; i++)
            if (elements[i] != 0)
                shares[_players[i]] += Vector256.CreateScalar((double)_scores.Weight(_score, i) * elements[i]);
        for (var player = 0; player < _means.Length; player++)
            shares[player] -= Vector256.CreateScalar(_means[player]);
    }
}

/// <summary>What the inputs add to linear scores on average of the training rows, in the file's metadata.</summary>
static class LinearMeans
{
    /// <summary>The metadata's key. Its value has for each linear score and each input of the graph a number, divided by blanks.</summary>
    public const string Key = "kiln.linear.means";

    public static string Write(IEnumerable<double> means) => string.Join(' ', means.Select(mean => mean.ToString("R", CultureInfo.InvariantCulture)));

    /// <exception cref="NotExplainedException">They are not there, or are none.</exception>
    public static double[] Read(OnnxModel model, int count)
    {
        var texts = model.Metadata.GetValueOrDefault(Key, "").Split(' ');
        var means = new double[count];
        for (var i = 0; i < count; i++)
            if (texts.Length != count || !double.TryParse(texts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out means[i]) || !double.IsFinite(means[i]))
                throw new NotExplainedException($"it is linear, and does not say what its inputs add on average ({Key})");
        return means;
    }
}
