using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>The calls a pipeline is written as, as far as one expression and the locals it starts from show them.</summary>
static class EstimatorChain
{
    /// <summary>The calls that make the steps before the one a call makes, nearest first.</summary>
    public static IEnumerable<IInvocationOperation> Before(IInvocationOperation step)
    {
        if (AppendedTo(step) is not { } chain)
            yield break;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>();
        open.Push(chain);
        while (open.Count > 0)
            switch (open.Pop().Unwrapped())
            {
                case IInvocationOperation { TargetMethod.Name: "Append" or "AppendCacheCheckpoint" } append when append.Receiver() is { } before:
                    open.Push(before);
                    if (append.Argument("estimator") is { } appended)
                        open.Push(appended);
                    break;
                case IInvocationOperation call:
                    yield return call;
                    break;
                case ILocalReferenceOperation local when seen.Add(local.Local) && Initial(local) is { } value:
                    open.Push(value);
                    break;
            }
    }

    /// <summary>What a step is appended to, directly or as a local that is used once.</summary>
    static IOperation? AppendedTo(IOperation step)
    {
        var outer = step.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;
        return outer switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Append" } append, Parameter.Name: "estimator" }
                => append.Receiver(),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                when Uses(step, declarator.Symbol) is { Count: 1 } uses && uses[0].Parent is not IVariableInitializerOperation
                => AppendedTo(uses[0]),
            _ => null,
        };
    }

    static IOperation? Initial(ILocalReferenceOperation use)
    {
        IOperation? value = null;
        foreach (var operation in use.Root().Descendants())
            if (operation is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, use.Local))
                value = declarator.GetVariableInitializer()?.Value;
            else if (operation is IAssignmentOperation { Target: ILocalReferenceOperation target } && Same(target.Local, use.Local))
                return null;
        return value;
    }

    static IReadOnlyList<IOperation> Uses(IOperation near, ILocalSymbol local) =>
        [.. near.Root().Descendants().Where(one => one is ILocalReferenceOperation use && Same(use.Local, local))];

    static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
