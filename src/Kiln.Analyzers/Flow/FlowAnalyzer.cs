using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>A family of rules that follow values. Each type is looked at as a whole: the bodies in it that deal with ML.NET.</summary>
public abstract class FlowAnalyzer : MachineLearningAnalyzer
{
    private protected abstract void Check(TypeFlow flow, MachineLearningTypes types, SymbolAnalysisContext type);

    private protected sealed override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types) =>
        start.RegisterSymbolStartAction(
            symbol =>
            {
                var bodies = new BodySet();
                symbol.RegisterOperationAction(
                    operation =>
                    {
                        if (MachineLearningCode.Touches((IInvocationOperation)operation.Operation))
                            bodies.Add(operation);
                    },
                    OperationKind.Invocation);
                symbol.RegisterSymbolEndAction(end =>
                {
                    if (!bodies.IsEmpty)
                        Check(new(bodies.Flows), types, end);
                });
            },
            SymbolKind.NamedType);

    /// <summary>The bodies of a type, each once, in the order of the source; filled by several threads.</summary>
    sealed class BodySet
    {
        readonly Dictionary<IOperation, (ControlFlowGraph Graph, ISymbol Symbol)> _bodies = [];

        public bool IsEmpty => _bodies.Count == 0;

        public IEnumerable<BodyFlow> Flows => _bodies
            .OrderBy(static body => body.Key.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static body => body.Key.Syntax.SpanStart)
            .Select(static body => new BodyFlow(body.Value.Graph, method: body.Value.Symbol as IMethodSymbol));

        public void Add(OperationAnalysisContext context)
        {
            var root = context.Operation;
            while (root.Parent is { } parent)
                root = parent;
            lock (_bodies)
                if (!_bodies.ContainsKey(root))
                    _bodies.Add(root, (context.GetControlFlowGraph(), context.ContainingSymbol));
        }
    }
}
