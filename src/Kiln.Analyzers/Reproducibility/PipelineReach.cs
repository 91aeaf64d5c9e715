using System.Collections.Concurrent;
using Kiln.Analyzers.MachineLearning;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>The methods that models' pipelines get to, through methods of models and methods that make estimators.</summary>
sealed class PipelineReach
{
    readonly SymbolGraph _calls = new();
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> _models = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ISymbol, byte> _pipelines = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method is the <c>Pipeline</c> of a <c>[Model]</c>.</summary>
    public static bool IsPipeline(ISymbol symbol) =>
        symbol is IMethodSymbol { Name: "Pipeline", IsStatic: true } method && ModelReader.ModelOf(method.ContainingType) is not null;

    public void Add(ISymbol from, IInvocationOperation call)
    {
        if (from is IMethodSymbol caller
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, caller.ContainingAssembly)
            && (caller.ReturnType.Name is "IEstimator" or "EstimatorChain"
                || _models.GetOrAdd(caller.ContainingType, static type => ModelReader.ModelOf(type) is not null)))
        {
            _calls.Add(caller, call.TargetMethod.OriginalDefinition);
            if (IsPipeline(caller))
                _pipelines.TryAdd(caller, 0);
        }
    }

    /// <summary>Whether a model's pipeline gets to a method.</summary>
    public bool Includes(ISymbol method) => _calls.To(method).Any(IsPipeline);

    /// <summary>The code that pipelines get to in files that say nothing of ML.NET, and so were not looked at.</summary>
    public IEnumerable<IOperation> Elsewhere(Compilation compilation, CancellationToken stop) =>
        from method in _pipelines.Keys.SelectMany(_calls.From).Distinct(SymbolEqualityComparer.Default)
        from place in method.DeclaringSyntaxReferences
        where (FileText.Read(place.SyntaxTree, stop) & FileWords.MachineLearning) == 0
        let code = ModelOf(place.SyntaxTree, compilation).GetOperation(place.GetSyntax(stop), stop)
        where code is not null
        from operation in code.DescendantsAndSelf()
        select operation;

#pragma warning disable RS1030 // Only where a model's pipeline gets to such a file.
    static SemanticModel ModelOf(SyntaxTree file, Compilation compilation) => compilation.GetSemanticModel(file);
#pragma warning restore RS1030
}
