namespace Kiln;

/// <summary>
/// What a model's score must do when one column is varied and all others stay as they are, or the build fails:
/// <c>[Expect("income", Monotone.Increasing)]</c>, <c>[Expect("name", Invariant = true)]</c>. It is held on held-out rows, 1,000 at most, through the
/// predictor that ships. The score is the probability of the positive class in [0, 1], the predicted number, the score that rows are ranked by, or the
/// probability of <see cref="Class"/>. Anomalies and clusters have no expectations.
/// </summary>
/// <remarks>
/// A monotone expectation without <see cref="Within"/> and <see cref="MinShare"/> is kept by construction where the default pipeline's LightGBM predicts
/// one score: it becomes part of what is trained, so adding it trains again. Every other expectation is measured only, and adding it trains nothing.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ExpectAttribute : Attribute
{
    /// <summary>An expectation of a column that the score does not depend on; <see cref="Invariant"/> must be set.</summary>
    /// <param name="column">A column that the model learns from, as the file's header spells it.</param>
    public ExpectAttribute(string column) => Column = column;

    /// <summary>An expectation of a column that the score goes one way with.</summary>
    /// <param name="column">A column of numbers or of true and false that the model learns from, as the file's header spells it.</param>
    /// <param name="direction">Which way the score goes when the column rises.</param>
    public ExpectAttribute(string column, Monotone direction) => (Column, Direction) = (column, direction);

    /// <summary>The column that is varied.</summary>
    public string Column { get; }

    /// <summary>Which way the score goes when the column rises; null where it is not to change.</summary>
    public Monotone? Direction { get; }

    /// <summary>Whether the score is the same whatever value of the training rows the column has, the missing one included. Not together with a direction.</summary>
    public bool Invariant { get; set; }

    /// <summary>
    /// The class, as the file spells it, whose probability is the score of a model of several classes. A direction needs one; without one,
    /// no probability may change. Other tasks have none.
    /// </summary>
    public string? Class { get; set; }

    /// <summary>
    /// How far the score of a row may go the wrong way, or change, in its own unit: 0 or more, 0 by default. A millionth of the scores' scale is always
    /// allowed, which is what single precision rounds.
    /// </summary>
    public double Within { get; set; }

    /// <summary>The share of rows that must meet the expectation, above 0 and at most 1; 1 by default. With less the expectation is a tendency.</summary>
    public double MinShare { get; set; } = 1;

    /// <summary>Why it is expected; repeated in the error when it is not met.</summary>
    public string? Because { get; set; }
}
