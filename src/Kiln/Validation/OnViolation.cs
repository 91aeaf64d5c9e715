namespace Kiln.Validation;

/// <summary>What a model does with inputs that its contract does not allow.</summary>
public enum OnViolation
{
    /// <summary>Predicts, and does not look. What training never saw counts as missing.</summary>
    Ignore,

    /// <summary>
    /// Predicts, and counts each value that is not allowed: the counter <c>kiln.input.violations</c> of the meter <c>Kiln</c>, with the tags
    /// <c>model</c>, <c>column</c> and <c>rule</c>.
    /// </summary>
    Count,

    /// <summary>Throws an <see cref="InvalidInputException"/> instead of predicting.</summary>
    Throw,
}
