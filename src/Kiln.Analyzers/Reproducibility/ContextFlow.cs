using System.Collections.Concurrent;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>Where contexts are made, and through which locals, parameters, fields, properties and methods they go.</summary>
sealed class ContextFlow(MachineLearningTypes types, IAssemblySymbol assembly)
{
    readonly ConcurrentBag<Creation> _creations = [];
    readonly SymbolGraph _flows = new();

    public sealed record Creation(ISymbol At, bool? Seeded, SyntaxNode Syntax);

    public IEnumerable<Creation> Creations => _creations;

    /// <summary>Whether nothing but contexts without a seed is ever put there.</summary>
    public bool IsOnlyUnseeded(ISymbol symbol) =>
        !_flows.LeadsTo(symbol)
        && _creations.All(made => made.Seeded is false || !SymbolEqualityComparer.Default.Equals(made.At, symbol));

    public void Look(CodeContext context)
    {
        switch (context.Operation)
        {
            case IAssignmentOperation { Kind: OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment } assignment:
                if (types.IsContext(assignment.Target.Type) && assignment.Target.Source() is { } target)
                    Flow(assignment.Value, target);
                break;
            case IVariableDeclaratorOperation declarator:
                if (types.IsContext(declarator.Symbol.Type) && declarator.GetVariableInitializer() is { } initializer)
                    Flow(initializer.Value, declarator.Symbol);
                break;
            case IFieldInitializerOperation { InitializedFields: var fields, Value: var value } when types.IsContext(value.Unwrapped().Type):
                Flow(value, fields[0]);
                break;
            case IPropertyInitializerOperation { InitializedProperties: var properties, Value: var value } when types.IsContext(value.Unwrapped().Type):
                Flow(value, properties[0]);
                break;
            case IReturnOperation { ReturnedValue: { } value } returned when types.IsContext(value.Unwrapped().Type):
                Returned(returned, value, context.ContainingSymbol);
                break;
            case IInvocationOperation call:
                Passed(call.TargetMethod, call.Arguments);
                break;
            case IObjectCreationOperation creation:
                Passed(creation.Constructor, creation.Arguments);
                break;
        }
    }

    /// <summary>Where a context that is at a symbol may get to.</summary>
    public HashSet<ISymbol> From(ISymbol symbol) => _flows.From(symbol);

    /// <summary>Where a context that is at a symbol may come from.</summary>
    public HashSet<ISymbol> To(ISymbol symbol) => _flows.To(symbol);

    void Returned(IReturnOperation returned, IOperation value, ISymbol symbol)
    {
        for (var outer = returned.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return;
        if (symbol is IMethodSymbol method)
            Flow(value, method.AssociatedSymbol ?? method);
    }

    void Passed(IMethodSymbol? method, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (method is null || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, assembly))
            return;
        foreach (var argument in arguments)
            if (types.IsContext(argument.Parameter?.Type))
                Flow(argument.Value, argument.Parameter!.OriginalDefinition);
    }

    void Flow(IOperation value, ISymbol to)
    {
        switch (value.Unwrapped())
        {
            case ICoalesceOperation coalesce:
                Flow(coalesce.Value, to);
                Flow(coalesce.WhenNull, to);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Flow(conditional.WhenTrue, to);
                Flow(otherwise, to);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Flow(arm.Value, to);
                break;
            case IObjectCreationOperation creation when types.IsContext(creation.Type):
                _creations.Add(new(to, Seeded(creation), creation.Syntax));
                break;
            case var other when other.Source() is { } from:
                _flows.Add(from, to);
                break;
        }
    }

    /// <summary>Null where it is decided while the program runs.</summary>
    static bool? Seeded(IObjectCreationOperation creation)
    {
        var seed = creation.Arguments.FirstOrDefault()?.Value;
        if (seed is null || seed.IsNull())
            return false;
        return seed.Unwrapped().Type?.SpecialType == SpecialType.System_Int32 ? true : null;
    }
}
