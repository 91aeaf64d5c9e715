using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>An expression where it stands: in a body, and, in a helper, under the use of it that is being looked at.</summary>
/// <param name="Caller">The place of that use; null in the body the reading started from.</param>
/// <param name="Use">The call of the helper, or the reference to the field or property, that <paramref name="Body"/> is of.</param>
sealed record Frame(BodyFlow Body, Frame? Caller = null, IOperation? Use = null)
{
    /// <summary>No one nests helpers deeper; ends a helper that calls itself.</summary>
    const int Deepest = 8;

    public int Depth => Caller is null ? 0 : Caller.Depth + 1;

    public bool CanEnter => Depth < Deepest;

    /// <summary>The body that the reading started from.</summary>
    public BodyFlow Start => Caller?.Start ?? Body;

    /// <summary>Whether the value is made once, however often it is used: what a field or property starts with, of this object or of none.</summary>
    public bool IsFixed => Body.Method is null && Use is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation };

    /// <summary>What the call gave for a parameter of the helper; null for others'.</summary>
    public IOperation? Argument(IParameterSymbol parameter) =>
        Use is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition)
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value
            : null;

    /// <summary>An operation of this frame as the starting body shows it: itself, or the use of the helper that it stands in.</summary>
    public IOperation SeenFromStart(IOperation operation) => Caller is null ? operation : Caller.SeenFromStart(Use!);
}
