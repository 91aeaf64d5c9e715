using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>Code that several threads run at once.</summary>
static class Parallelism
{
    /// <summary>The call whose threads share what a symbol holds, by using it in a lambda; null where there is none.</summary>
    public static string? FindRunner(IOperation use, ISymbol shared)
    {
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is not IAnonymousFunctionOperation function)
                continue;
            if (BelongsTo(shared, function))
                return null;
            if (outer.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
                && Runs(call) is { } name)
                return name;
        }
        return null;
    }

    static string? Runs(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("Parallel", var name) when name.StartsWith("For", StringComparison.Ordinal) => $"Parallel.{name}",
        ("ParallelEnumerable", _) => "AsParallel",
        // One task at a time is how a window stays alive.
        ("Task", "Run") when IsRepeated(call) => "Task.Run",
        ("TaskFactory", "StartNew") when IsRepeated(call) => "StartNew",
        _ => null,
    };

    static bool IsRepeated(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILoopOperation
                or IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } })
                return !Waits(call);
        return false;
    }

    static bool Waits(IOperation call) => call.Parent
        is IAwaitOperation
        or IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" }
        or IPropertyReferenceOperation { Property.Name: "Result" };

    static bool BelongsTo(ISymbol symbol, IAnonymousFunctionOperation function) =>
        symbol is ILocalSymbol or IParameterSymbol
        && symbol.DeclaringSyntaxReferences.Any(place =>
            place.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(place.Span));
}
