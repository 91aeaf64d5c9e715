using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Kiln.Host.References;

/// <summary>Spells the types of signatures.</summary>
/// <param name="spell">Spells a type by its assembly and its name.</param>
sealed class TypeNames(CodeFile code, Func<string, string, string> spell) : ISignatureTypeProvider<string, object?>
{
    /// <summary>Each type by its name alone.</summary>
    public static TypeNames Plain(CodeFile code) => new(code, (_, name) => name);

    public static string Signature(MethodSignature<string> signature)
    {
        var generic = signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "";
        return $"{generic}({string.Join(",", signature.ParameterTypes)}){signature.ReturnType}";
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        spell(code.Name, code.NameOf(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        spell(code.AssemblyOf(handle), code.NameOf(handle));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(",", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"({string.Join(",", signature.ParameterTypes)})->{signature.ReturnType}";
}
