using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Flow;

/// <summary>A place that gives a variable its value: a statement of a basic block, by its index.</summary>
/// <param name="Value">Null where it cannot be known: an <c>out</c> argument, a pattern, an increment.</param>
readonly record struct Definition(IOperation? Value, int Block, int Index)
{
    /// <summary>What a variable holds when its body starts: an argument, or what the outer body left in it.</summary>
    public static readonly Definition Entry = new(null, 0, -1);
}
