using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>Writes the attributes of a symbol that have a say, with their arguments.</summary>
sealed class AttributeWriter(ReachedCode code)
{
    Fingerprint Text => code.Text;

    public void Write(ISymbol symbol, Func<INamedTypeSymbol, bool> isTelling)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !isTelling(type))
                continue;
            code.Symbols.Write(attribute.AttributeConstructor);
            foreach (var argument in attribute.ConstructorArguments)
                WriteConstant(argument);
            foreach (var argument in attribute.NamedArguments)
            {
                Text.Add(argument.Key);
                WriteConstant(argument.Value);
            }
        }
    }

    void WriteConstant(TypedConstant constant)
    {
        code.Types.WriteType(constant.Type);
        if (constant.IsNull)
            Text.Add(ConstantText.Format(null));
        else if (constant.Kind == TypedConstantKind.Array)
        {
            Text.Add(constant.Values.Length);
            foreach (var value in constant.Values)
                WriteConstant(value);
        }
        else if (constant.Value is ITypeSymbol type)
            code.Types.WriteShown(type);
        else
            Text.Add(ConstantText.Format(constant.Value));
    }
}
