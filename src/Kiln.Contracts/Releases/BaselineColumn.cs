namespace Kiln.Contracts.Releases;

/// <summary>What is remembered of a column's values. Of one that is an id or ignored, only that it was there.</summary>
/// <param name="Name">As the file's header spells it.</param>
/// <param name="Type">As the contract spells it.</param>
/// <param name="Missing">The share of rows without a value.</param>
/// <param name="Mean">Of numbers; of booleans the share of true ones.</param>
/// <param name="Deviation">The standard deviation of numbers.</param>
/// <param name="Distinct">How many different texts or dates there are.</param>
/// <param name="Top">The share of the most frequent of them.</param>
public sealed record BaselineColumn(
    string Name, string Type, double? Missing = null, double? Mean = null, double? Deviation = null, long? Distinct = null, double? Top = null);
