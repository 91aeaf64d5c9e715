using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>From which symbols one gets to which, collected while a compilation is analysed and asked at its end.</summary>
sealed class SymbolGraph
{
    readonly ConcurrentBag<(ISymbol From, ISymbol To)> _steps = [];

    public void Add(ISymbol from, ISymbol to) => _steps.Add((from, to));

    public bool LeadsTo(ISymbol symbol) => _steps.Any(step => SymbolEqualityComparer.Default.Equals(step.To, symbol));

    /// <summary>Where one gets to, the start included.</summary>
    public HashSet<ISymbol> From(ISymbol start) =>
        Reached(start, _steps.ToLookup(static step => step.From, static step => step.To, SymbolEqualityComparer.Default));

    /// <summary>Where one may have come from, the end included.</summary>
    public HashSet<ISymbol> To(ISymbol end) =>
        Reached(end, _steps.ToLookup(static step => step.To, static step => step.From, SymbolEqualityComparer.Default));

    static HashSet<ISymbol> Reached(ISymbol start, ILookup<ISymbol, ISymbol> next)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { start };
        var open = new Stack<ISymbol>(reached);
        while (open.Count > 0)
            foreach (var one in next[open.Pop()])
                if (reached.Add(one))
                    open.Push(one);
        return reached;
    }
}
