using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>
/// The method with which a <c>[Model]</c> class brings its own pipeline: <c>static IEstimator&lt;ITransformer&gt; Pipeline(MLContext ml)</c>.
/// </summary>
static class PipelineMethod
{
    public const string Signature = "static IEstimator<ITransformer> Pipeline(MLContext ml)";

    /// <summary>Null where the class brings none.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers("Pipeline"))
            if (member is IMethodSymbol method && Obstacle(method) is null)
                return method;
        return null;
    }

    /// <summary>Whether whoever wrote it had a pipeline in mind: it takes a context or gives an estimator.</summary>
    public static bool IsMeant(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && (method.Parameters.Any(static parameter => IsContext(parameter.Type)) || IsEstimator(method.ReturnType));

    /// <summary>Why it is none and what to do, to follow the method's name; null when it is one.</summary>
    public static string? Obstacle(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return "is no ordinary method";
        if (method.IsGenericMethod)
            return "is generic, and the build would not know with which types to call it; remove the type parameters";
        if (!method.IsStatic)
            return "is not static, and there is no model yet to call it on; make it static";
        if (method.Parameters.Length != 1 || method.Parameters[0].RefKind != RefKind.None || !IsContext(method.Parameters[0].Type))
            return "does not take an MLContext and nothing else, which is all that the build can give it; declare one parameter, MLContext";
        return IsGivenAsEstimator(method)
            ? null
            : "does not return what can be fitted; return IEstimator<ITransformer>";
    }

    static bool IsGivenAsEstimator(IMethodSymbol method) =>
        method.RefKind == RefKind.None && !method.ReturnType.IsValueType && IsEstimator(method.ReturnType);

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
