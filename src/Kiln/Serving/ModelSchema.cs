namespace Kiln.Serving;

/// <summary>What a model reads and what it may answer, as its code was compiled.</summary>
/// <param name="Columns">What it reads, in the contract's order.</param>
/// <param name="Classes">The classes it decides between, named as in the data; empty where it answers true or false, or a number.</param>
public sealed record ModelSchema(IReadOnlyList<InputColumn> Columns, IReadOnlyList<string> Classes);
