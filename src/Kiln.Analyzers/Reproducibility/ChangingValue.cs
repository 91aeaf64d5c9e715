using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>
/// A value that is another in every run or on every machine, in what a pipeline is made of: an argument of an estimator or a seed, the body of a
/// custom mapping or filter, or code that a model's <c>Pipeline</c> gets to.
/// </summary>
static class ChangingValue
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.ChangingValue, "A pipeline depends on the clock, the machine or random values",
        "{0} differs {1}, so the same code and data train a different model; write the value down, or take it from the data",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.ChangingValue),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    const string Run = "from run to run";
    const string Machine = "from machine to machine";

    public static Diagnostic Finding(SyntaxNode place, string name, string when) =>
        Diagnostic.Create(Rule, place.GetLocation(), name, when);

    /// <summary>What a value is called and when it changes; null for one that does not.</summary>
    public static (string Name, string When)? Describe(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: null, Property: var property } when IsSystem(property) => Describe(property),
        IInvocationOperation { Instance: null, TargetMethod: var method } when IsSystem(method) => Describe(method),
        IObjectCreationOperation { Arguments.Length: 0, Type: { Name: "Random" } type } when IsSystem(type) => ("new Random()", Run),
        _ => null,
    };

    /// <summary>Whether it is given to an estimator or as a seed, or is used where rows are mapped or filtered.</summary>
    public static bool IsUsed(IOperation value, MachineLearningTypes types) =>
        IsGiven(value, types) || IsInMapping(value)
        || HeldBy(value) is { } local && Uses(value, local).Any(use => IsGiven(use, types) || IsInMapping(use));

    /// <summary>Whether a method gives or is a mapping that is found again by its contract's name.</summary>
    public static bool IsMapping(ISymbol method) =>
        method.ContainingType?.BaseType is { Name: "CustomMappingFactory" or "StatefulCustomMappingFactory" } factory && MachineLearningTypes.IsOwn(factory);

    static (string, string)? Describe(ISymbol member) => (member.ContainingType.Name, member.Name) switch
    {
        ("DateTime" or "DateTimeOffset", "Now" or "UtcNow" or "Today") or ("Guid", "NewGuid") or ("Random", "Shared")
            or ("Environment", "TickCount" or "TickCount64" or "ProcessId") => (Name(member), Run),
        ("Environment", "MachineName" or "UserName" or "UserDomainName" or "OSVersion" or "GetEnvironmentVariable")
            => (Name(member), Machine),
        _ => null,
    };

    static string Name(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    static bool IsSystem(ISymbol symbol) => symbol.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    static bool IsGiven(IOperation value, MachineLearningTypes types)
    {
        IParameterSymbol? parameter = null;
        for (var outer = value.Parent; outer is not null and not IAnonymousFunctionOperation; outer = outer.Parent)
            switch (outer)
            {
                case IArgumentOperation argument:
                    parameter = argument.Parameter;
                    break;
                case IInvocationOperation call when MachineLearningTypes.IsOwn(call.TargetMethod) && parameter is not null:
                    // A path says where a file is, not what is in it.
                    return types.IsEstimator(call.Type) ? !RootedPath.IsPath(parameter) : parameter.Name == "seed";
                case IObjectCreationOperation creation when types.IsContext(creation.Type):
                    return parameter?.Name == "seed";
            }
        return false;
    }

    static bool IsInMapping(IOperation value)
    {
        for (var outer = value.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation
                && outer.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
                && MapsRows(call))
                return true;
        return false;
    }

    /// <summary>Whether a call is given code that it runs for every row.</summary>
    public static bool MapsRows(IInvocationOperation call) => call.Has(Tag.RunsCode);

    /// <summary>Whether a method makes what a factory of mappings hands out.</summary>
    public static bool IsOfFactory(ISymbol symbol) =>
        symbol is IMethodSymbol { Name: "GetMapping" or "GetStateInitAction", ContainingType.BaseType: { } type }
        && type.Name is "CustomMappingFactory" or "StatefulCustomMappingFactory"
        && MachineLearningTypes.IsOwn(type);

    /// <summary>The local function that a value stands in.</summary>
    public static ISymbol? FunctionOf(IOperation value)
    {
        for (var outer = value.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILocalFunctionOperation function)
                return function.Symbol;
        return null;
    }

    static ILocalSymbol? HeldBy(IOperation value) =>
        value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } ? declarator.Symbol : null;

    static IEnumerable<IOperation> Uses(IOperation near, ILocalSymbol local) => near.Root().Descendants().Where(one =>
        one is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local));
}
