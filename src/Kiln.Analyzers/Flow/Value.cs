using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>The operation that made a value, followed into helpers: a call, a creation, a literal, a member, or a parameter.</summary>
readonly record struct Value(IOperation Operation, Frame Frame)
{
    /// <summary>Two values with one identity are one (where a loop does not make them two). What a helper makes is another value with each use of it.</summary>
    public object Identity
    {
        get
        {
            object made = Operation switch
            {
                IParameterReferenceOperation parameter => parameter.Parameter,
                IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Field,
                _ => Operation,
            };
            return Frame.Caller is null || Frame.IsFixed ? made : (made, Frame);
        }
    }

    /// <summary>See <see cref="Frame.SeenFromStart"/>.</summary>
    public IOperation SeenFromStart => Frame.SeenFromStart(Operation);
}
