using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>From which symbols one gets to which, collected while a compilation is analysed and asked at its end.</summary>
sealed class SymbolGraph
{
    readonly ConcurrentBag<(ISymbol From, ISymbol To)> _edges = [];

    public void Add(ISymbol from, ISymbol to) => _edges.Add((from, to));

    public bool LeadsTo(ISymbol symbol) => _edges.Any(edge => SymbolEqualityComparer.Default.Equals(edge.To, symbol));

    /// <summary>Where one gets to, the start included.</summary>
    public HashSet<ISymbol> From(ISymbol start) =>
        Reached(start, _edges.ToLookup(static edge => edge.From, static edge => edge.To, SymbolEqualityComparer.Default));

    /// <summary>Where one may have come from, the end included.</summary>
    public HashSet<ISymbol> To(ISymbol end) =>
        Reached(end, _edges.ToLookup(static edge => edge.To, static edge => edge.From, SymbolEqualityComparer.Default));

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
