using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Fingerprints;

/// <summary>Writes fields, automatic properties and events, and what runs before a type's first use.</summary>
sealed class StaticWriter(ReachedCode code)
{
    /// <summary>The reached static initializers of each type, and whether one asks for more than constants and other assemblies.</summary>
    readonly Dictionary<INamedTypeSymbol, (List<ISymbol> Members, bool IsOrdered)> _types = new(SymbolEqualityComparer.Default);
    readonly List<INamedTypeSymbol> _order = [];

    Fingerprint Text => code.Text;

    /// <summary>An instance's initializer belongs to its constructors.</summary>
    public void WriteStorage(ISymbol member)
    {
        code.Types.WriteType(member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IEventSymbol found => found.Type,
            _ => null,
        });
        if (!member.IsStatic || Initializers.Find(member, code.Stop) is not { } initializer)
            return;
        code.Operations.WriteBody(initializer);
        Add(member, initializer);
    }

    /// <summary>The static constructor, and the initializers beside it that change something else.</summary>
    public void WriteStart(INamedTypeSymbol type)
    {
        foreach (var constructor in type.StaticConstructors)
            if (!constructor.IsImplicitlyDeclared)
                code.Symbols.Write(constructor);
        foreach (var member in type.GetMembers())
            if (member.IsStatic && Initializers.Find(member, code.Stop) is { } initializer)
            {
                code.Watch(initializer);
                if (HasEffect(initializer))
                    code.Symbols.WriteStorage(member);
            }
    }

    /// <summary>Initializers run in the order they are written in, which matters where one asks for another.</summary>
    public void WriteOrder()
    {
        foreach (var type in _order)
            if (_types[type] is { IsOrdered: true, Members.Count: > 1 } initialized)
            {
                Text.Add("order");
                foreach (var member in type.GetMembers())
                    if (initialized.Members.Contains(member, SymbolEqualityComparer.Default))
                        code.Names.WriteNumber(member);
            }
    }

    void Add(ISymbol member, EqualsValueClauseSyntax initializer)
    {
        var type = member.ContainingType;
        if (!_types.TryGetValue(type, out var initialized))
        {
            initialized = ([], false);
            _order.Add(type);
        }
        initialized.Members.Add(member);
        _types[type] = (initialized.Members, initialized.IsOrdered || AsksForMore(initializer));
    }

    bool AsksForMore(EqualsValueClauseSyntax initializer)
    {
        var model = code.Model(initializer);
        return initializer.DescendantNodes().Any(node =>
            node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax
            && model.GetSymbolInfo(node, code.Stop).Symbol is { } symbol
            && symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol { IsConst: false }
            && code.Owns(symbol));
    }

    static bool HasEffect(SyntaxNode initializer) => initializer.DescendantNodes().Any(static node => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Parent is not InitializerExpressionSyntax,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.ValueText is "++" or "--",
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken.ValueText is "++" or "--",
        _ => false,
    });
}
