namespace Kiln.Validation;

/// <summary>A value of an input that the model's contract does not allow.</summary>
/// <param name="Column">The column, named as in the contract.</param>
/// <param name="Rule">What it does not keep to.</param>
/// <param name="Message">
/// What is wrong, for people: <c>'-5' is below the "min" 0 of column 'distance'</c>. Values of columns that the contract calls personal or sensitive are not in it.
/// </param>
public sealed record Violation(string Column, ViolationRule Rule, string Message)
{
    /// <returns>The message.</returns>
    public override string ToString() => Message;
}
