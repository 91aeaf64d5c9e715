using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>ML.NET's types in a compilation, by their metadata names.</summary>
sealed class MachineLearningTypes
{
    MachineLearningTypes(INamedTypeSymbol context, Compilation compilation)
    {
        Context = context;
        DataView = compilation.GetTypeByMetadataName("Microsoft.ML.IDataView");
        Estimator = compilation.GetTypeByMetadataName("Microsoft.ML.IEstimator`1");
        Transformer = compilation.GetTypeByMetadataName("Microsoft.ML.ITransformer");
    }

    /// <summary><c>MLContext</c>.</summary>
    public INamedTypeSymbol Context { get; }

    /// <summary><c>IDataView</c>.</summary>
    public INamedTypeSymbol? DataView { get; }

    /// <summary><c>IEstimator&lt;TTransformer&gt;</c>, unbound.</summary>
    public INamedTypeSymbol? Estimator { get; }

    /// <summary><c>ITransformer</c>.</summary>
    public INamedTypeSymbol? Transformer { get; }

    /// <summary>Null where the compilation does not use ML.NET.</summary>
    public static MachineLearningTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.ML.MLContext") is { } context ? new(context, compilation) : null;

    public bool IsContext(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Context);

    public bool IsDataView(ITypeSymbol? type) => Is(type, DataView);

    public bool IsEstimator(ITypeSymbol? type) => Is(type, Estimator);

    public bool IsTransformer(ITypeSymbol? type) => Is(type, Transformer);

    /// <summary>Whether a type is that interface or implements it.</summary>
    static bool Is(ITypeSymbol? type, INamedTypeSymbol? target) =>
        type is not null && target is not null
        && (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, target)
            || type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, target)));
}
