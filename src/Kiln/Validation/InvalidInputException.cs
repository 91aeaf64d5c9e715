namespace Kiln.Validation;

/// <summary>A model was asked to predict from an input that its contract does not allow, and was loaded with <see cref="OnViolation.Throw"/>.</summary>
public sealed class InvalidInputException : ArgumentException
{
    internal InvalidInputException(string model, int? row, IReadOnlyList<Violation> violations)
        : base($"{model} does not predict{(row is { } number ? FormattableString.Invariant($" row {number}") : "")}: {string.Join("; ", violations)}.") =>
        (Row, Violations) = (row, violations);

    /// <summary>Which of many inputs it is, from 0; null where one was asked about.</summary>
    public int? Row { get; }

    /// <summary>All that is not allowed, in the contract's order; at least one.</summary>
    public IReadOnlyList<Violation> Violations { get; }
}
