using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>Two members that read one column of the file.</summary>
static class SharedLoadColumn
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LoadColumnWrong, "A member is loaded from another's column",
        "'{0}' and '{1}' are both loaded from column {2} of the file; count on, the first column is 0",
        Analyzers.Rules.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Analyzers.Rules.Help(Ids.LoadColumnWrong));

    public static IEnumerable<Finding> Of(ITypeSymbol type)
    {
        var loaded = ClassMember.Of(type)
            .Select(static member => (Member: member, Attribute: member.Attribute("LoadColumnAttribute")))
            .Where(static one => one.Attribute is { ConstructorArguments.Length: 1 } load && load.ConstructorArguments[0].Value is int)
            .ToLookup(static one => (int)one.Attribute!.ConstructorArguments[0].Value!);
        return
            from column in loaded
            from one in column.Skip(1)
            let attribute = one.Attribute!.ApplicationSyntaxReference?.GetSyntax()
            where attribute is not null
            select new Finding(Rule, attribute, column.First().Member.Symbol.Name, one.Member.Symbol.Name, column.Key);
    }
}
