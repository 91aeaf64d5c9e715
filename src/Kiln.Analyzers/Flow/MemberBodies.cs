using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>What members give whose code is no part of the flow that is looked at: read only where a value leads to one.</summary>
sealed class MemberBodies
{
    static readonly ConditionalWeakTable<Compilation, MemberBodies> Known = new();

    readonly Compilation _compilation;
    readonly ConcurrentDictionary<ISymbol, Origin?> _values = new(SymbolEqualityComparer.Default);

    MemberBodies(Compilation compilation) => _compilation = compilation;

    public static MemberBodies Get(Compilation compilation) => Known.GetValue(compilation, static compilation => new(compilation));

    /// <summary>
    /// What a method returns, or a field or property that never changes holds; null where that is not certain, or no matter of ML.NET.
    /// </summary>
    /// <param name="file">The file that is looked at: what is in it was read already.</param>
    public Origin? ValueOf(ISymbol member, SemanticModel file) => _values.GetOrAdd(member.OriginalDefinition, one => Read(one, file));

    Origin? Read(ISymbol member, SemanticModel file)
    {
        if (member is not { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 }
            || Body(member.DeclaringSyntaxReferences[0].GetSyntax(), member) is not { } code
            || Operation(code, file) is not { } root || BodyFlow.Get(root, member) is not { } body)
            return null;
        return (code is EqualsValueClauseSyntax ? Initial(body, member) : body.Returned) is { } value ? new(value, body) : null;
    }

    static IOperation? Initial(BodyFlow initializer, ISymbol member) => initializer.Operations.OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation target
            && SymbolEqualityComparer.Default.Equals(target.Member, member))
        ?.Value;

    static SyntaxNode? Body(SyntaxNode declaration, ISymbol member) => (declaration, member) switch
    {
        (MethodDeclarationSyntax method, IMethodSymbol { IsAsync: false } symbol) when IsOfUse(symbol.ReturnType) => method,
        (PropertyDeclarationSyntax property, IPropertySymbol { SetMethod: null } symbol) when IsOfUse(symbol.Type) =>
            property.ExpressionBody ?? (SyntaxNode?)Getter(property) ?? (IsSetOnce(symbol) ? property.Initializer : null),
        (VariableDeclaratorSyntax field, IFieldSymbol { IsReadOnly: true } symbol) when IsOfUse(symbol.Type) && IsSetOnce(symbol) =>
            field.Initializer,
        _ => null,
    };

    static AccessorDeclarationSyntax? Getter(PropertyDeclarationSyntax property) => property.AccessorList?.Accessors
        .FirstOrDefault(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null);

    /// <summary>No constructor is written that could set it again.</summary>
    static bool IsSetOnce(ISymbol member) => (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
        .All(static one => one.IsImplicitlyDeclared);

    /// <summary>Something of ML.NET, what its methods are told (strings, numbers, yes or no), or several rows.</summary>
    static bool IsOfUse(ITypeSymbol type) => MachineLearningCode.IsOfIt(type) || type switch
    {
        IArrayTypeSymbol or INamedTypeSymbol { TypeArguments.Length: 1 } => true,
        _ => IsPlain(type),
    };

    static bool IsPlain(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String;

#pragma warning disable RS1030 // Only where a pipeline leads to another file.
    IOperation? Operation(SyntaxNode code, SemanticModel file) => code.SyntaxTree == file.SyntaxTree
        ? CodeBody.AllIn(file, default).FirstOrDefault(body => body.Root.Syntax == code)?.Root ?? file.GetOperation(code)
        : _compilation.GetSemanticModel(code.SyntaxTree).GetOperation(code);
#pragma warning restore RS1030
}
