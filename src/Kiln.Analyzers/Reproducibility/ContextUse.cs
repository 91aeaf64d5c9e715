using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>A call that does something random with the context at a symbol: it trains or samples, or it only divides rows.</summary>
sealed record ContextUse(ISymbol Context, bool Draws, IInvocationOperation Call)
{
    public string Name => Call.TargetMethod.Name;
}
