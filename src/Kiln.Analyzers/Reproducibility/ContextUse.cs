using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>A call that does something random with the context at a symbol: it trains or samples, or it only divides rows.</summary>
/// <param name="Races">Where the options of a trainer are made whose threads race; null for other calls.</param>
sealed record ContextUse(ISymbol Context, bool Draws, IReadOnlyList<Location>? Races, IInvocationOperation Call)
{
    public string Name => Call.TargetMethod.Name;
}
