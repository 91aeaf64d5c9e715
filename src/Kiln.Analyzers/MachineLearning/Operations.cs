using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>What the rules ask of an operation.</summary>
static class Operations
{
    /// <summary>The whole body or initializer an operation stands in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>Without conversions and parentheses, which say nothing about the value. A conversion of the user's own makes another.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parentheses:
                    operation = parentheses.Operand;
                    break;
                default:
                    return operation;
            }
    }

    public static bool IsNull(this IOperation operation) =>
        operation.Unwrapped() is { } value
        && (value.ConstantValue is { HasValue: true, Value: null }
            || value is IDefaultValueOperation { Type: { } type }
                && (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T));

    /// <summary>The local, parameter, field, property or method a value comes from.</summary>
    public static ISymbol? Source(this IOperation operation) => operation.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        _ => null,
    };
}
