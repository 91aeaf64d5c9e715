using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Analyzers.Models;

/// <summary>Where an attribute and its arguments stand in the source.</summary>
sealed class AttributeSource(AttributeData attribute, CancellationToken stop)
{
    readonly AttributeSyntax? _syntax = attribute.ApplicationSyntaxReference?.GetSyntax(stop) as AttributeSyntax;

    IEnumerable<AttributeArgumentSyntax> Arguments => _syntax?.ArgumentList?.Arguments ?? [];

    public Location Location => _syntax?.GetLocation() ?? Location.None;

    /// <summary>The first argument without a name, such as the dataset or the metric.</summary>
    public Location First =>
        Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression.GetLocation() ?? Location;

    /// <summary>Where the arguments use members of a type of that name.</summary>
    public IEnumerable<MemberAccessExpressionSyntax> MembersOf(string type) =>
        _syntax?.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(member => member.Expression switch
        {
            MemberAccessExpressionSyntax inner => inner.Name.Identifier.ValueText == type,
            IdentifierNameSyntax name => name.Identifier.ValueText == type,
            _ => false,
        }) ?? [];

    /// <summary>A named argument's value, or the one text in it that is meant; the attribute when the argument is not written.</summary>
    public Location Argument(string? name, string? text = null)
    {
        var expression = Arguments
            .FirstOrDefault(argument => name is not null && argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
        var literal = expression?.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(value => text is not null && value.Token.Value as string == text);
        return (literal ?? expression)?.GetLocation() ?? Location;
    }
}
