using Kiln.Contracts.Models;

namespace Kiln.Contracts.Releases;

/// <summary>How a release held out its rows: what tells of a row of later data that the released model cannot have been trained on it.</summary>
/// <param name="Kind">By what rows were held out.</param>
/// <param name="Column">The column that split by group or time; null when split by hash.</param>
/// <param name="By">The columns that a row is known by, in the contract's order.</param>
/// <param name="Moved">Keys of the rows that stood on the other side than their key says, 16 hexadecimal digits each.</param>
/// <param name="Blanks">A hash over the texts that mean a missing value, of which a row's key is made without.</param>
/// <param name="From">The first moment that was held out, as the round-trip text of a number or of a date-time; null where time did not split, or no row was held out.</param>
public sealed record ReleasedSplit(SplitKind Kind, string? Column, IReadOnlyList<string> By, IReadOnlyList<string> Moved, string Blanks, string? From);
