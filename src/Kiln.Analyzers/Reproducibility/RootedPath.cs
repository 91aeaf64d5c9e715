using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>
/// A path that exists on one machine, given to ML.NET as a literal. Roots that belong to no machine in particular (<c>/app</c>,
/// <c>/data</c>, <c>/var</c>) are how containers are laid out, and stay.
/// </summary>
static class RootedPath
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.RootedPath, "A path exists on one machine",
        "{0} is given \"{1}\", which exists on one machine; "
        + "use a path relative to AppContext.BaseDirectory, or take it from the configuration",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.RootedPath));

    // What the rule looks for in users' code, not places of our own.
    static readonly string[] Homes = ["/home/", "/Users/", "/root/", "/mnt/", "/media/", "/Volumes/"];

    public static void Check(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, Action<Diagnostic> report)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && IsPath(parameter))
                foreach (var value in Values(argument.Value))
                    if (Text(value) is { } path && IsOfOneMachine(path))
                        report(Diagnostic.Create(
                            Rule, value.Syntax.GetLocation(),
                            method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name, path));
    }

    /// <summary>Whether a parameter takes a path, or several.</summary>
    public static bool IsPath(IParameterSymbol parameter) =>
        (parameter.Type is IArrayTypeSymbol array ? array.ElementType : parameter.Type).SpecialType == SpecialType.System_String
        && (Has(parameter.Name, "path") || Has(parameter.Name, "file") || Has(parameter.Name, "folder") || Has(parameter.Name, "location"));

    static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    static IEnumerable<IOperation> Values(IOperation value) =>
        value.Unwrapped() is IArrayCreationOperation { Initializer.ElementValues: var several } ? several : new[] { value };

    /// <summary>A constant, or the literal a local or a readonly field is given once and for all.</summary>
    static string? Text(IOperation value) => value.Unwrapped() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        ILocalReferenceOperation local when !IsAssigned(local) => Literal(local.Local),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Literal(field),
        _ => null,
    };

    static string? Literal(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is { Length: 1 } places
        && places[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
            ? literal.Token.Value as string
            : null;

    static bool IsAssigned(ILocalReferenceOperation use) => use.Root().Descendants().OfType<IAssignmentOperation>().Any(assignment =>
        assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, use.Local));

    static bool IsOfOneMachine(string path) =>
        path.Length > 2 && char.IsLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/'
        || path.StartsWith(@"\\", StringComparison.Ordinal)
        || Homes.Any(home => path.StartsWith(home, StringComparison.Ordinal));
}
