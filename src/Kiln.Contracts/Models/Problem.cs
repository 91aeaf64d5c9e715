namespace Kiln.Contracts.Models;

/// <summary>Something wrong with a definition, to be shown at the attribute's argument.</summary>
/// <param name="Id">One of <see cref="Ids"/>.</param>
/// <param name="Argument">The argument of <c>[Model]</c> to point at; null for the attribute itself.</param>
/// <param name="Message">What, why, what to do, in one line.</param>
/// <param name="Value">Which of the argument's values it is about, where there are several.</param>
public sealed record Problem(string Id, string? Argument, string Message, string? Value = null);
