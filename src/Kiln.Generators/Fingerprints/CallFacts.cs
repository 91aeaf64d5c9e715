using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Generators.Fingerprints;

/// <summary>What is called, accessed or constructed.</summary>
sealed class CallFacts(ReachedCode code)
{
    /// <summary>Parameters that get a value from how and where the call is written.</summary>
    static readonly string[] FromThePlace = ["CallerLineNumberAttribute", "CallerFilePathAttribute", "CallerArgumentExpressionAttribute"];

    Fingerprint Text => code.Text;

    SymbolWriter Symbols => code.Symbols;

    public bool Write(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                Symbols.Write(call.TargetMethod);
                code.Types.WriteType(call.ConstrainedToType);
                if (call.Instance?.Type is { TypeKind: TypeKind.Enum } shown)
                    code.Types.Show(shown);
                return true;
            case IMethodReferenceOperation method:
                Symbols.Write(method.Method);
                return true;
            case IPropertyReferenceOperation property:
                var (read, written) = Access(property);
                Symbols.WriteProperty(property.Property, read, written);
                return true;
            case IFieldReferenceOperation field:
                Symbols.Write(field.Field);
                return true;
            case IEventReferenceOperation found:
                Symbols.Write(found.Event);
                return true;
            case IArgumentOperation argument:
                Text.Add(argument.Parameter?.Ordinal).Add((int?)argument.Parameter?.RefKind);
                Symbols.Write(argument.InConversion.MethodSymbol);
                Symbols.Write(argument.OutConversion.MethodSymbol);
                return true;
            case IObjectCreationOperation creation:
                Symbols.Write(creation.Constructor);
                Construct(creation.Type);
                return true;
            case ITypeParameterObjectCreationOperation:
                return true;
            case IDefaultValueOperation value when value.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct } type && code.Owns(type):
                code.Open(Part.Instance, type.OriginalDefinition);
                return true;
            case IWithOperation with:
                Symbols.Write(with.CloneMethod);
                return true;
            case IMemberInitializerOperation:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether an argument is left to the compiler, which takes it from the call's line, file or spelling.</summary>
    public static bool IsFromThePlace(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter }
        && parameter.GetAttributes().Any(static attribute => Array.IndexOf(FromThePlace, attribute.AttributeClass?.Name) >= 0);

    void Construct(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsAnonymousType: false } named || !code.Owns(named))
            return;
        code.Open(Part.Shape, named.OriginalDefinition);
        code.Open(Part.Instance, named.OriginalDefinition);
    }

    static (bool Read, bool Written) Access(IPropertyReferenceOperation property) => property.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == property => (false, true),
        ICompoundAssignmentOperation assignment when assignment.Target == property => (true, true),
        ICoalesceAssignmentOperation assignment when assignment.Target == property => (true, true),
        IIncrementOrDecrementOperation or ITupleOperation or IDeconstructionAssignmentOperation => (true, true),
        _ => (true, false),
    };
}
