using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>Code that is known to run again and again.</summary>
sealed record Repetition(IOperation Body, string When)
{
    const string Request = "for every request";

    static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods" };

    /// <summary>The innermost one around an operation. A lambda of no known use may be run once, so nothing is known across it.</summary>
    public static Repetition? Of(IOperation operation, OperationAnalysisContext context)
    {
        var root = operation;
        for (var outer = operation.Parent; outer is not null; root = outer, outer = outer.Parent)
            switch (outer)
            {
                case ILoopOperation loop when IsIn(operation, loop.Body):
                    return new(loop.Body, "in every iteration");
                case IAnonymousFunctionOperation function:
                    return IsRequestHandler(function) ? new(function.Body, Request) : null;
                case ILocalFunctionOperation or ICoalesceAssignmentOperation:
                    return null;
                case IConditionalOperation { Condition: var condition } when condition.DescendantsAndSelf().Any(static one => one.IsNull()):
                    return null;
            }
        if (context.ContainingSymbol is not IMethodSymbol method)
            return null;
        if (IsRequestHandler(method))
            return new(root, Request);
        var program = context.Compilation.GetEntryPoint(context.CancellationToken)?.ContainingType;
        return PredictsOnce(method, root) && !SymbolEqualityComparer.Default.Equals(method.ContainingType, program) ? new(root, "in every call") : null;
    }

    static bool IsIn(IOperation operation, IOperation body) => body.Syntax.Span.Contains(operation.Syntax.Span);

    static bool IsRequestHandler(IAnonymousFunctionOperation function) =>
        function.Parent is IDelegateCreationOperation creation
        && (creation.Parent is IConversionOperation conversion ? conversion.Parent : creation.Parent)
            is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
        && Maps.Contains(method.Name)
        && method.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    /// <summary>Controllers are made for every request, so that their constructors count too.</summary>
    static bool IsRequestHandler(IMethodSymbol method) =>
        method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && (method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute")
            || IsController(method.ContainingType));

    static bool IsController(INamedTypeSymbol? type)
    {
        while ((type = type?.BaseType) is not null)
            if (type is { Name: "ControllerBase" or "PageModel" } && type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>A method that answers for what it is given: the engine made in it is asked once, for a parameter.</summary>
    static bool PredictsOnce(IMethodSymbol method, IOperation root) =>
        method.MethodKind == MethodKind.Ordinary
        && (method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal || IsController(method.ContainingType))
        && root.Descendants().OfType<IInvocationOperation>().Any(call => Engine.IsPrediction(call)
            && call.Receiver() is ILocalReferenceOperation
            && call.Argument("example")?.Unwrapped() is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
            && SymbolEqualityComparer.Default.Equals(owner, method));
}
