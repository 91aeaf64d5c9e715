using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>ML.NET's types in a compilation, by their metadata names.</summary>
sealed class MachineLearningTypes
{
    MachineLearningTypes(INamedTypeSymbol context, Compilation compilation)
    {
        (Context, Compilation) = (context, compilation);
        DataView = compilation.GetTypeByMetadataName("Microsoft.ML.IDataView");
        Estimator = compilation.GetTypeByMetadataName("Microsoft.ML.IEstimator`1");
        Transformer = compilation.GetTypeByMetadataName("Microsoft.ML.ITransformer");
    }

    public Compilation Compilation { get; }

    /// <summary><c>MLContext</c>.</summary>
    public INamedTypeSymbol Context { get; }

    /// <summary><c>IDataView</c>.</summary>
    public INamedTypeSymbol? DataView { get; }

    /// <summary><c>IEstimator&lt;TTransformer&gt;</c>, unbound.</summary>
    public INamedTypeSymbol? Estimator { get; }

    /// <summary><c>ITransformer</c>.</summary>
    public INamedTypeSymbol? Transformer { get; }

    /// <summary>Null where the compilation does not use ML.NET.</summary>
    public static MachineLearningTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.ML.MLContext") is { } context ? new(context, compilation) : null;

    public bool IsContext(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Context);

    public bool IsDataView(ITypeSymbol? type) => Is(type, DataView);

    public bool IsEstimator(ITypeSymbol? type) => Is(type, Estimator);

    public bool IsTransformer(ITypeSymbol? type) => Is(type, Transformer);

    /// <summary>The first data view that a call takes.</summary>
    public IOperation? DataOf(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter is { } parameter && IsDataView(parameter.Type))
        .OrderBy(static argument => argument.Parameter!.Ordinal)
        .FirstOrDefault()?.Value;

    /// <summary><c>estimator.Fit(data)</c>.</summary>
    public bool IsFit(IInvocationOperation call) =>
        call.TargetMethod.Name == "Fit" && IsEstimator(call.Instance?.Type) && DataOf(call) is not null;

    /// <summary><c>transformer.Transform(data)</c>.</summary>
    public bool IsTransform(IInvocationOperation call) =>
        call.TargetMethod.Name == "Transform" && IsTransformer(call.Instance?.Type) && DataOf(call) is not null;

    /// <summary>Whether a type or member is ML.NET's own: in <c>Microsoft.ML</c> or below.</summary>
    public static bool IsOwn(ISymbol? symbol)
    {
        for (var space = symbol?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "ML" && space.ContainingNamespace is { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        return false;
    }

    /// <summary>Whether a type is that interface or implements it.</summary>
    static bool Is(ITypeSymbol? type, INamedTypeSymbol? target) =>
        type is not null && target is not null
        && (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, target)
            || type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, target)));
}
