namespace Kiln.Serving;

/// <summary>What is wrong with a row in JSON.</summary>
/// <param name="Column">The column, named as in the contract; the member as it was sent where it is no column, and "" where it is the row as a whole.</param>
/// <param name="Message">What is wrong, for people. It has no value of a column that the contract calls personal or sensitive.</param>
public sealed record RowError(string Column, string Message);
