using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>Code that is known to run again and again.</summary>
sealed record Repetition(IOperation Body, string When)
{
    const string Request = "for every request";
    const string Call = "in every call";

    /// <summary>Whether it is a method that others call, with what they have at hand.</summary>
    public bool IsCall => When == Call;

    static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods",
    };

    /// <summary>The innermost one around an operation. A lambda of no known use may be run once, so nothing is known across it.</summary>
    public static Repetition? Find(IOperation operation, CodeContext context)
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
                case IConditionalOperation { Condition: var condition }
                    when condition.DescendantsAndSelf().Any(one => one.IsNull() || Gives(one, operation.Type)):
                    return null;
            }
        if (context.ContainingSymbol is not IMethodSymbol method)
            return null;
        if (IsRequestHandler(method) || IsOfRequests(method.ContainingType) && !method.IsStatic && PredictsOnce(method, root))
            return new(root, Request);
        return PredictsOnce(method, root) && (IsForOthers(method, context) || IsCalledInLoop(method, context)) ? new(root, Call) : null;
    }

    /// <summary>What a program's own class offers, only the program calls.</summary>
    static bool IsForOthers(IMethodSymbol method, CodeContext context) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
        && !SymbolEqualityComparer.Default.Equals(
            method.ContainingType, context.Compilation.GetEntryPoint(context.CancellationToken)?.ContainingType);

    static bool IsCalledInLoop(IMethodSymbol method, CodeContext context) => CodeBody
        .AllIn(context.File.SemanticModel, context.CancellationToken)
        .SelectMany(static body => body.Operations)
        .OfType<IInvocationOperation>()
        .Any(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method) && IsInLoop(call));

    static bool IsInLoop(IOperation call)
    {
        for (var outer = call.Parent; outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; outer = outer.Parent)
            if (outer is ILoopOperation loop && IsIn(call, loop.Body))
                return true;
        return false;
    }

    /// <summary>Whether one that is there is asked for, as <c>TryTake</c> of a pool does: another is made where there is none.</summary>
    static bool Gives(IOperation operation, ITypeSymbol? made) =>
        operation is IArgumentOperation { Parameter: { RefKind: RefKind.Out, Type: var type } }
        && SymbolEqualityComparer.Default.Equals(type, made);

    static bool IsIn(IOperation operation, IOperation body) => body.Syntax.Span.Contains(operation.Syntax.Span);

    static bool IsRequestHandler(IAnonymousFunctionOperation function) =>
        function.Parent is IDelegateCreationOperation creation
        && (creation.Parent is IConversionOperation conversion ? conversion.Parent : creation.Parent)
            is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
        && IsMap(method);

    /// <summary>Controllers are made for every request, so that their constructors count too.</summary>
    static bool IsRequestHandler(IMethodSymbol method)
    {
        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public)
            return false;
        return IsOfRequests(method.ContainingType)
            || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute");
    }

    /// <summary>Whether a class is made anew for every request.</summary>
    public static bool IsOfRequests(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
            if (one.Name is "ControllerBase" or "PageModel"
                && one.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Whether a call gives the web a lambda to answer with.</summary>
    public static bool IsMap(IMethodSymbol method) =>
        Maps.Contains(method.Name) && method.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    /// <summary>A method that answers for what it is given: the engine made in it is asked once, for a parameter.</summary>
    static bool PredictsOnce(IMethodSymbol method, IOperation root) =>
        method.MethodKind == MethodKind.Ordinary
        && root.Descendants().OfType<IInvocationOperation>().Any(call => Engine.IsPrediction(call)
            && (call.Receiver() is ILocalReferenceOperation
                || call.Receiver()?.Unwrapped() is IInvocationOperation made && Engine.IsCreation(made))
            && call.Argument("example")?.Unwrapped() is IParameterReferenceOperation asked
            && SymbolEqualityComparer.Default.Equals(asked.Parameter.ContainingSymbol, method));
}
