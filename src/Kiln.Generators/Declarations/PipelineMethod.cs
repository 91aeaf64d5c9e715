using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>
/// The method with which a <c>[Model]</c> class brings its own pipeline:
/// <c>static IEstimator&lt;ITransformer&gt; Pipeline(MLContext ml)</c>.
/// </summary>
static class PipelineMethod
{
    public const string Name = "Pipeline";

    public const string Signature = "static IEstimator<ITransformer> Pipeline(MLContext ml)";

    /// <summary>Null where the class brings none.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers(Name))
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && Obstacle(method) is null)
                return method;
        return null;
    }

    /// <summary>Whether whoever wrote it had a pipeline in mind: it takes a context or gives an estimator.</summary>
    public static bool IsMeant(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && (IsEstimator(method.ReturnType) || method.Parameters.Any(static parameter => IsContext(parameter.Type)));

    /// <summary>Why the build does not call it, to follow the method's name; null when it does.</summary>
    public static string? Obstacle(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
            return "is generic";
        if (!method.IsStatic)
            return "is not static";
        if (method.Parameters.Length != 1 || method.Parameters[0].RefKind != RefKind.None || !IsContext(method.Parameters[0].Type))
            return "does not take an MLContext and nothing else";
        return method.RefKind == RefKind.None && method.ReturnType.IsReferenceType && IsEstimator(method.ReturnType)
            ? null
            : "does not return an IEstimator<ITransformer>";
    }

    static bool IsContext(ITypeSymbol type) => type is INamedTypeSymbol { Name: "MLContext" } && IsOfMachineLearning(type);

    /// <summary>The interface says <c>out TTransformer</c>, so that one of any transformer is one of <c>ITransformer</c>.</summary>
    static bool IsEstimator(ITypeSymbol type) => IsInterface(type) || type.AllInterfaces.Any(IsInterface);

    static bool IsInterface(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEstimator", TypeArguments: { Length: 1 } arguments }
        && IsOfMachineLearning(type)
        && arguments[0].IsReferenceType;

    static bool IsOfMachineLearning(ITypeSymbol type) => type.ContainingNamespace is
    { Name: "ML", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } };
}
