using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>The same model loaded, or the same engine made, again and again. Silent where another one may come out each time.</summary>
static class EnginePerCall
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.EnginePerCall, "A model or an engine is created for every call",
        "{0} runs {1} and gets the same result each time; do it once, or use a PredictionEnginePool or the predictor of a [Model]",
        Category.Serving, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.EnginePerCall));

    /// <summary>What makes the next round another one: a model trained or saved, or a pause to wait for a new file.</summary>
    static readonly HashSet<string> Changes = new(StringComparer.Ordinal) { "Fit", "Save", "Delay", "Sleep", "WaitForNextTickAsync" };

    /// <summary>What has one answer for one path.</summary>
    static readonly HashSet<string> Files = new(StringComparer.Ordinal) { "Combine", "Join", "GetFullPath", "Open", "OpenRead" };

    public static void Check(IInvocationOperation call, MachineLearningTypes types, CodeContext context)
    {
        if (!Engine.IsLoad(call) && !Engine.IsCreation(call)
            || Repetition.Find(call, context) is not { } repetition
            || call.Arguments.Any(argument => Varies(argument.Value, repetition, types, depth: 0)))
            return;
        foreach (var other in repetition.Body.Descendants().OfType<IInvocationOperation>())
            if (Changes.Contains(other.TargetMethod.Name))
                return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, call.NameLocation(), call.TargetMethod.Name, repetition.When));
    }

    /// <summary>Whether a value may be another one the next time: of what is declared or assigned in there, or of what a caller says.</summary>
    static bool Varies(IOperation value, Repetition repetition, MachineLearningTypes types, int depth) => value.DescendantsAndSelf().Any(one => one switch
    {
        // Written to, not read.
        ILocalReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Out } } => false,
        ILocalReferenceOperation { IsDeclaration: true } => false,
        ILocalReferenceOperation local =>
            depth > 4 || Given(local.Local, repetition.Body) is not { } values
            || values.Any(given => Varies(given, repetition, types, depth + 1)),
        IParameterReferenceOperation { Parameter: { Type: var type, ContainingSymbol: var taker } } =>
            type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum
            // What a class takes once stays the same, unlike what each call brings.
            || (repetition.IsCall && types.IsTransformer(type) && taker is IMethodSymbol { MethodKind: not MethodKind.Constructor }),
        IInvocationOperation call => !MachineLearningTypes.IsOwn(call.TargetMethod) && !Files.Contains(call.TargetMethod.Name),
        _ => false,
    });

    /// <summary>The values a local is given in a body; null where it is one of its loop's or a pattern's.</summary>
    static List<IOperation>? Given(ILocalSymbol local, IOperation body)
    {
        var values = new List<IOperation>();
        var isInside = local.DeclaringSyntaxReferences.Any(place => body.Syntax.Span.Contains(place.Span));
        foreach (var one in body.Descendants())
            if (one is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, local)
                && declarator.GetVariableInitializer() is { } initializer)
                values.Add(initializer.Value);
            else if (one is IAssignmentOperation { Target: ILocalReferenceOperation target } assignment && Same(target.Local, local))
                values.Add(assignment.Value);
        return isInside && values.Count == 0 || IsOfLoop(local, body) ? null : values;
    }

    static bool IsOfLoop(ILocalSymbol local, IOperation body) =>
        body.Parent is ILoopOperation loop && loop.Locals.Any(one => Same(one, local));

    static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
