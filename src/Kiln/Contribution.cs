namespace Kiln;

/// <summary>What one column adds to a row's raw score, beyond what is expected of a row of which nothing is known.</summary>
/// <param name="Column">
/// The column, named as in the data. Where the model computes something from several columns together, such as a score of all texts, they are one,
/// and their names are joined by <c> + </c>.
/// </param>
/// <param name="Value">Its Shapley value, in the unit of <see cref="Explainer.Unit"/>: negative where it lowers the score.</param>
public readonly record struct Contribution(string Column, double Value);
