using System.ComponentModel;
using Kiln.Onnx.Explanations;

namespace Kiln;

/// <summary>
/// Says why a model predicts what it does: divides a row's raw score among its columns by their Shapley values, so that the base value and the
/// contributions are the score. Immutable: one instance serves any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Explainer
{
    const int MostOnStack = 128;

    readonly Attribution _attribution;

    internal Explainer(Attribution attribution, ModelTask task)
    {
        _attribution = attribution;
        Unit = task != ModelTask.Regression ? ContributionUnit.RawScore
            : attribution.IsScore ? ContributionUnit.Label
            : ContributionUnit.LogLabel;
    }

    /// <summary>The columns that contribute, in the order of the contributions.</summary>
    public IReadOnlyList<string> Columns => _attribution.Players;

    /// <summary>How many raw scores a row has: the number of classes of a multiclass model, else 1.</summary>
    public int ScoreCount => _attribution.Scores;

    /// <summary>What contributions are counted in.</summary>
    public ContributionUnit Unit { get; }

    /// <summary>A raw score on average of the training rows: what is expected of a row of which nothing is known.</summary>
    /// <param name="score">Which raw score, from 0 to below <see cref="ScoreCount"/>.</param>
    public double BaseValue(int score) => _attribution.Mean(score);

    /// <summary>Divides a row's raw score among the columns. Allocates nothing once its scratch memory is warm; any number of threads may call it at once.</summary>
    /// <param name="numbers">The row's numbers, as <see cref="Predictor.Score"/> takes them.</param>
    /// <param name="texts">The row's texts, as <see cref="Predictor.Score"/> takes them.</param>
    /// <param name="score">Which raw score, from 0 to below <see cref="ScoreCount"/>.</param>
    /// <param name="contributions">Receives a contribution for each of <see cref="Columns"/>, in their order; may be longer.</param>
    /// <returns>The raw score: the base value and the contributions.</returns>
    /// <exception cref="ArgumentException">There is no room for the contributions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such score.</exception>
    public double Explain(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, int score, Span<Contribution> contributions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)score, (uint)ScoreCount, nameof(score));
        var count = Columns.Count;
        if (contributions.Length < count)
            throw new ArgumentException($"{contributions.Length} contributions have no room for {count} columns.", nameof(contributions));
        var shares = count <= MostOnStack ? stackalloc double[count] : new double[count];
        var value = _attribution.Divide(numbers, texts, score, shares);
        for (var i = 0; i < count; i++)
            contributions[i] = new(_attribution.Players[i], shares[i]);
        return value;
    }

    /// <summary>Divides a row's raw score among the columns, and puts the columns in order.</summary>
    /// <param name="numbers">The row's numbers, as <see cref="Predictor.Score"/> takes them.</param>
    /// <param name="texts">The row's texts, as <see cref="Predictor.Score"/> takes them.</param>
    /// <param name="score">Which raw score, from 0 to below <see cref="ScoreCount"/>.</param>
    /// <param name="values">By column what the row has, as people read it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such score.</exception>
    public Explanation Explain(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, int score, IReadOnlyDictionary<string, string> values)
    {
        var contributions = new Contribution[Columns.Count];
        var value = Explain(numbers, texts, score, contributions);
        return new(BaseValue(score), value, Unit, contributions, values);
    }
}
