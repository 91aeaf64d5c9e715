using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>A family of rules that follow values. Each type is looked at as a whole: the bodies in it that deal with ML.NET.</summary>
public abstract class FlowAnalyzer : MachineLearningAnalyzer
{
    private protected abstract void Check(TypeFlow flow, MachineLearningTypes types, SymbolAnalysisContext type);

    /// <summary>Whether a type is worth looking at because of this call of it: following values costs more than all else.</summary>
    private protected virtual bool Concerns(IInvocationOperation call) => true;

    private protected sealed override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types) =>
        start.RegisterSymbolStartAction(
            symbol =>
            {
                var bodies = new BodySet();
                symbol.RegisterOperationAction(
                    operation =>
                    {
                        var call = (IInvocationOperation)operation.Operation;
                        if (MachineLearningCode.Touches(call))
                            bodies.Add(call, operation.ContainingSymbol, Concerns(call));
                    },
                    OperationKind.Invocation);
                symbol.RegisterSymbolEndAction(end =>
                {
                    if (bodies.Concerned)
                        Check(new(bodies.Flows), types, end);
                });
            },
            SymbolKind.NamedType);

    /// <summary>The bodies of a type, each once, in the order of the source; filled by several threads.</summary>
    sealed class BodySet
    {
        readonly Dictionary<IOperation, ISymbol> _bodies = [];

        public bool Concerned { get; set; }

        public IEnumerable<BodyFlow> Flows => _bodies
            .OrderBy(static body => body.Key.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static body => body.Key.Syntax.SpanStart)
            .Select(static body => BodyFlow.Of(body.Key, body.Value))
            .OfType<BodyFlow>();

        public void Add(IOperation call, ISymbol symbol, bool concerned)
        {
            var root = call;
            while (root.Parent is { } parent)
                root = parent;
            lock (_bodies)
            {
                _bodies[root] = symbol;
                Concerned |= concerned;
            }
        }
    }
}
