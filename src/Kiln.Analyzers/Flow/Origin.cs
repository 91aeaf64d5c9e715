using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>The operation that made a value, and the body it stands in: a call, a creation, a literal, a member, or a parameter.</summary>
readonly record struct Origin(IOperation Operation, BodyFlow Body)
{
    /// <summary>Two origins with one identity are one value (where a loop does not make them two).</summary>
    public object Identity => Operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Field,
        _ => Operation,
    };
}
