using System.Globalization;

namespace Kiln.Contracts.Expectations;

/// <summary>What a model's score must do when one column is varied and all others stay as they are.</summary>
/// <param name="Column">The column, as the file's header spells it.</param>
/// <param name="Monotone">Which way the score goes when it rises; null where nobody said one.</param>
/// <param name="Invariant">Whether the score does not depend on it.</param>
/// <param name="Class">The class whose probability is the score; null for all of them, or the only score there is.</param>
/// <param name="Within">How far the score of a row may go the wrong way; null for no further than it is rounded.</param>
/// <param name="MinShare">The share of rows that must meet it; null for all.</param>
/// <param name="Because">Why it is expected; null where nobody said it.</param>
public sealed record Expectation(
    string Column, Direction? Monotone = null, bool Invariant = false, string? Class = null, double? Within = null, double? MinShare = null, string? Because = null)
{
    /// <summary>The share of rows that must meet it.</summary>
    public double LeastShare => MinShare ?? 1;

    /// <summary>
    /// Whether a trainer that can is to keep it whatever the rows say. One that leaves room is a question to the model, and one about a class of
    /// several is about more scores than one.
    /// </summary>
    public bool IsKeptByConstruction => Monotone is not null && Class is null && Within is null && MinShare is null;

    /// <summary>What is measured: how many rows have to meet it, and why, is for whoever judges that.</summary>
    public Expectation Measured => this with { MinShare = null, Because = null };

    /// <summary>Whether it is of the same column and kind, with other bounds perhaps.</summary>
    public bool IsOfKind(Expectation other) => (Column, Monotone, Invariant, Class) == (other.Column, other.Monotone, other.Invariant, other.Class);

    /// <summary>The column and the kind, as the attribute spells them: <c>income Monotone.Increasing</c>.</summary>
    public string Title => $"{Column} {(Monotone is { } direction ? $"Monotone.{direction}" : "Invariant")}{(Class is null ? "" : $" of {Class}")}";

    public override string ToString() =>
        $"{Title}{(Within is { } within ? $" Within {Text(within)}" : "")}{(MinShare is { } share ? $" MinShare {Text(share)}" : "")}";

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
