using Kiln.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>An expression where it stands: in a body, and, in a helper, under the use of it that is being looked at.</summary>
/// <param name="Caller">The place of that use; null in the body the reading started from.</param>
/// <param name="Use">The call of the helper, or the reference to the field or property, that <paramref name="Body"/> is of.</param>
sealed record Frame(BodyFlow Body, Frame? Caller = null, IOperation? Use = null)
{
    /// <summary>No one nests helpers deeper; ends a helper that calls itself.</summary>
    const int Deepest = 8;

    public int Depth => Caller is null ? 0 : Caller.Depth + 1;

    public bool CanEnter => Depth < Deepest;

    /// <summary>What the call gave for a parameter; null outside of a helper.</summary>
    public IOperation? Argument(IParameterSymbol parameter) => (Use as IInvocationOperation)?.Arguments
        .FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
}
