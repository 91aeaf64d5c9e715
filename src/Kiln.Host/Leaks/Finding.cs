using Kiln.Host.Diagnostics;

namespace Kiln.Host.Leaks;

/// <summary>What a check found in the data of a model that was just trained.</summary>
/// <param name="Note">
/// What the report says of it, now and whenever the model is taken from the cache: no place, for files move. Null for what only the build says.
/// </param>
/// <param name="Warnings">What the build says, where it stands in the data or the contract; none where it is only worth knowing.</param>
sealed record Finding(string? Note, params IReadOnlyList<Diagnostic> Warnings);
