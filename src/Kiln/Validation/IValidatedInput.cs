namespace Kiln.Validation;

/// <summary>An input that its model's contract says something about. Every generated <c>Input</c> is one.</summary>
public interface IValidatedInput
{
    /// <summary>Holds the input against the contract.</summary>
    /// <param name="violations">Receives what the contract does not allow; empty when all is well.</param>
    /// <returns>Whether the contract allows it.</returns>
    bool TryValidate(out IReadOnlyList<Violation> violations);
}
