using System.Globalization;
using Kiln.Generators.Caching;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>Reads an attribute's arguments.</summary>
static class Arguments
{
    public static string? Text(this Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && value.Kind == TypedConstantKind.Primitive ? value.Value as string : null;

    /// <summary>Null where it is absent, or no finite number: neither is a bound.</summary>
    public static double? Number(this Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.AnyNumber(name) is { } number && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    /// <summary>As it is written; null where it is absent.</summary>
    public static double? AnyNumber(this Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && value is { Kind: TypedConstantKind.Primitive, Value: double number } ? number : null;

    /// <summary>Null where it is absent; NaN where that is written, for who writes it means to say something. JSON has no word for infinity, so the largest number stands for it.</summary>
    public static double? Said(this Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.AnyNumber(name) is { } number ? Math.Max(double.MinValue, Math.Min(double.MaxValue, number)) : null;

    public static EquatableArray<string>? Texts(this Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? new(value.Values.Select(static item => item.Value as string).OfType<string>())
            : null;

    /// <summary>Null where it is absent or <c>Inferred</c>, for which a definition has no name.</summary>
    public static T? Choice<T>(this Dictionary<string, TypedConstant> arguments, string name)
        where T : struct, Enum =>
        arguments.TryGetValue(name, out var value) ? value.Choice<T>() : null;

    /// <summary>Null where it is <c>Inferred</c> or has no name, for which a definition has none.</summary>
    public static T? Choice<T>(this TypedConstant constant)
        where T : struct, Enum =>
        Array.IndexOf(Enum.GetNames(typeof(T)), constant.MemberName()) >= 0 ? (T)Enum.Parse(typeof(T), constant.MemberName()) : null;

    public static bool IsError(this TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || (constant is { Kind: TypedConstantKind.Array, IsNull: false } && constant.Values.Any(IsError));

    /// <summary>The name of an enum's member; the number for a value that has none.</summary>
    public static string MemberName(this TypedConstant constant) => constant.Kind != TypedConstantKind.Enum
        ? ""
        : constant.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, constant.Value))?.Name
            ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!;
}
