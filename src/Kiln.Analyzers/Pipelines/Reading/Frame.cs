using Kiln.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>An expression where it stands: in a body, and, in a helper, under the call that is being looked at.</summary>
/// <param name="Caller">The place of the call; null in the body the reading started from.</param>
/// <param name="Call">The call of the helper that <paramref name="Body"/> is.</param>
sealed record Frame(BodyFlow Body, Frame? Caller = null, IInvocationOperation? Call = null)
{
    /// <summary>No one nests helpers deeper; ends a helper that calls itself.</summary>
    const int Deepest = 8;

    public int Depth => Caller is null ? 0 : Caller.Depth + 1;

    public bool CanEnter => Depth < Deepest;

    /// <summary>What the call gave for a parameter; null outside of a helper.</summary>
    public IOperation? Argument(IParameterSymbol parameter) => Call?.Arguments
        .FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
}
