using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Fingerprints;

/// <summary>Where a field, an automatic property or an event gets its first value.</summary>
static class Initializers
{
    public static EqualsValueClauseSyntax? Find(ISymbol member, CancellationToken stop) =>
        member is IFieldSymbol or IPropertySymbol or IEventSymbol && !member.IsImplicitlyDeclared
            ? member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(stop) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            }
            : null;
}
