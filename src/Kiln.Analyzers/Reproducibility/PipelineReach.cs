using System.Collections.Concurrent;
using Kiln.Analyzers.MachineLearning;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>The methods that models' pipelines get to, through methods of models and methods that make steps.</summary>
sealed class PipelineReach
{
    readonly SymbolGraph _calls = new();
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> _models = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method is the <c>Pipeline</c> of a <c>[Model]</c>.</summary>
    public static bool IsPipeline(ISymbol symbol) =>
        symbol is IMethodSymbol { Name: "Pipeline", IsStatic: true } method && ModelReader.ModelOf(method.ContainingType) is not null;

    public void Add(ISymbol from, IInvocationOperation call)
    {
        if (from is IMethodSymbol caller
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, caller.ContainingAssembly)
            && (caller.ReturnType.Name is "IEstimator" or "EstimatorChain"
                || _models.GetOrAdd(caller.ContainingType, static type => ModelReader.ModelOf(type) is not null)))
            _calls.Add(caller, call.TargetMethod.OriginalDefinition);
    }

    /// <summary>Whether a model's pipeline gets to a method.</summary>
    public bool Includes(ISymbol method) => _calls.To(method).Any(IsPipeline);
}
