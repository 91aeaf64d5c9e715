using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>How values flow in one body, such as a method or a lambda: reaching definitions, asked for one use at a time.</summary>
sealed class BodyFlow
{
    /// <summary>Several families of rules look at one body; it is taken apart once.</summary>
    static readonly ConditionalWeakTable<IOperation, BodyFlow> Known = new();

    readonly Definitions _definitions;
    readonly Dictionary<IOperation, (int Block, int Index)> _places = [];

    public BodyFlow(ControlFlowGraph graph, BodyFlow? outer = null, IMethodSymbol? method = null)
    {
        (Graph, Outer, Method) = (graph, outer, method);
        _definitions = new(graph);
        foreach (var block in graph.Blocks)
        {
            for (var index = 0; index < block.Operations.Length; index++)
                _places.Add(block.Operations[index], (block.Ordinal, index));
            if (block.BranchValue is { } value)
                _places.Add(value, (block.Ordinal, block.Operations.Length));
        }
        Operations = [.. _places.OrderBy(static place => place.Value).SelectMany(static place => place.Key.DescendantsAndSelf())];
        Nested =
        [
            .. graph.LocalFunctions.Select(function => new BodyFlow(graph.GetLocalFunctionControlFlowGraph(function), this, function)),
            .. Operations.OfType<IFlowAnonymousFunctionOperation>()
                .Select(lambda => new BodyFlow(graph.GetAnonymousFunctionControlFlowGraph(lambda), this, lambda.Symbol)),
        ];
        foreach (var nested in Nested)
            _definitions.AddElusive(nested._definitions.Variables.Where(static variable => variable is ISymbol));
    }

    /// <summary>The flow of an outermost body by the root of its operations; null where nothing flows, as in attributes.</summary>
    public static BodyFlow? Get(IOperation root, ISymbol symbol) => Known.TryGetValue(root, out var known)
        ? known
        : GraphOf(root) is { } graph ? Known.GetValue(root, _ => new(graph, method: symbol as IMethodSymbol)) : null;

    static ControlFlowGraph? GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
        IBlockOperation block => ControlFlowGraph.Create(block),
        _ => null,
    };

    public ControlFlowGraph Graph { get; }

    /// <summary>The body a lambda or a local function stands in.</summary>
    public BodyFlow? Outer { get; }

    /// <summary>Null for initializers.</summary>
    public IMethodSymbol? Method { get; }

    public IReadOnlyList<BodyFlow> Nested { get; }

    /// <summary>Every operation of the body in the order of the graph, without those of nested bodies.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    public IEnumerable<BodyFlow> WithNested => Nested.SelectMany(static nested => nested.WithNested).Prepend(this);

    /// <summary>Where an operation stands: the basic block, and its statement in it.</summary>
    public (int Block, int Index) PlaceOf(IOperation operation)
    {
        while (operation.Parent is { } parent && !_places.ContainsKey(operation))
            operation = parent;
        return _places[operation];
    }

    public bool Contains(IOperation operation)
    {
        while (operation.Parent is { } parent && !_places.ContainsKey(operation))
            operation = parent;
        return _places.ContainsKey(operation);
    }

    /// <summary>Whether an operation may run more than once in a call.</summary>
    public bool IsInLoop(IOperation operation)
    {
        var block = PlaceOf(operation).Block;
        return Before(block).Contains(block);
    }

    /// <summary>Whether the loop around a condition ends by it, other than by throwing.</summary>
    public bool EndsLoop(IOperation condition)
    {
        var block = Graph.Blocks[PlaceOf(condition).Block];
        var before = Before(block.Ordinal);
        return before.Contains(block.Ordinal)
            && (Leaves(block.ConditionalSuccessor) || block.ConditionalSuccessor is not null && Leaves(block.FallThroughSuccessor));

        bool Leaves(ControlFlowBranch? branch) =>
            branch?.Destination is { FallThroughSuccessor.Semantics: not ControlFlowBranchSemantics.Throw } next
            && !before.Contains(next.Ordinal);
    }

    /// <summary>The blocks from which one may be reached.</summary>
    HashSet<int> Before(int block)
    {
        var before = new HashSet<int>();
        var pending = new Stack<int>([block]);
        while (pending.Count > 0)
            foreach (var branch in Graph.Blocks[pending.Pop()].Predecessors)
                if (before.Add(branch.Source.Ordinal))
                    pending.Push(branch.Source.Ordinal);
        return before;
    }

    /// <summary>All definitions of a variable in the body itself.</summary>
    public IReadOnlyList<Definition> DefinitionsOf(object variable) => _definitions.All(variable);

    /// <summary>Whether the body itself writes a variable.</summary>
    public bool Writes(object variable) => _definitions.All(variable).Count > 0 || _definitions.IsElusive(variable);

    /// <summary>The one value that the body returns; null where it returns several, or none.</summary>
    public IOperation? Returned
    {
        get
        {
            var returns = Graph.Blocks.Where(static block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return);
            return returns.Take(2).Count() == 1 ? returns.First().BranchValue : null;
        }
    }

    /// <summary>The definition of a variable that is never defined again.</summary>
    public Definition? Only(object variable)
    {
        var all = _definitions.All(variable);
        if (_definitions.IsElusive(variable) || all.Count > (variable is IParameterSymbol ? 0 : 1))
            return null;
        return all.Count == 1 ? all[0] : Definition.Entry;
    }

    /// <summary>The definition that a use of a variable sees on every path; null where there are several or it cannot be known.</summary>
    public Definition? Reaching(object variable, IOperation use)
    {
        var all = _definitions.All(variable);
        if (_definitions.IsElusive(variable))
            return null;
        if (all.Count == 0)
            return Definition.Entry;
        if (all.Count == 1 && variable is not IParameterSymbol)
            // What is read is assigned before, the compiler sees to that.
            return all[0];
        var reaching = new HashSet<Definition>();
        return Collect(all, PlaceOf(use), reaching) && reaching.Count == 1 ? reaching.Single() : null;
    }

    /// <summary>The definitions that a use of a variable sees, each on some path; null where they cannot be known.</summary>
    public IReadOnlyCollection<Definition>? AllReaching(object variable, IOperation use)
    {
        var reaching = new HashSet<Definition>();
        return !_definitions.IsElusive(variable) && Collect(_definitions.All(variable), PlaceOf(use), reaching) ? reaching : null;
    }

    bool Collect(IReadOnlyList<Definition> all, (int Block, int Index) use, HashSet<Definition> reaching)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<(int Block, int Index)>([use]);
        while (pending.Count > 0)
        {
            var (block, end) = pending.Pop();
            var last = all.LastOrDefault(definition => definition.Block == block && definition.Index < end);
            if (last != default)
            {
                reaching.Add(last);
                continue;
            }
            var from = Graph.Blocks[block];
            if (from.Kind == BasicBlockKind.Entry)
                reaching.Add(Definition.Entry);
            else if (from.Predecessors.IsEmpty)
                // The start of a handler: any statement of the try block may have been the last one.
                return false;
            foreach (var before in from.Predecessors)
            {
                if (before.FinallyRegions.Any(region => all.Any(one => IsIn(region, one.Block))))
                    return false;
                if (seen.Add(before.Source.Ordinal))
                    pending.Push((before.Source.Ordinal, int.MaxValue));
            }
        }
        return true;

        static bool IsIn(ControlFlowRegion region, int block) => region.FirstBlockOrdinal <= block && block <= region.LastBlockOrdinal;
    }
}
