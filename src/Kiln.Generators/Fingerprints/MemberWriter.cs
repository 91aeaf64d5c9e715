using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Fingerprints;

/// <summary>Writes what a method, accessor, operator, constructor or local function does.</summary>
sealed class MemberWriter(ReachedCode code)
{
    Fingerprint Text => code.Text;

    public void WriteMethod(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        WriteHeader(method);
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(code.Stop);
        if (method.MethodKind == MethodKind.Constructor)
            WriteConstructor(method, syntax);
        else if (syntax is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } && !method.IsAbstract && !method.IsExtern
            || (method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet && syntax is null or ParameterSyntax))
        {
            Text.Add("storage");
            code.Symbols.WriteStorage(method.AssociatedSymbol!);
        }
        else if (syntax is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax)
            code.Operations.WriteBody(syntax);
        else
            WriteSynthesised(method);
        if (method.IsExtern)
            code.Attributes.Write(method, static _ => true);
    }

    void WriteHeader(IMethodSymbol method)
    {
        Text.Add(method.MethodKind == MethodKind.Constructor ? "constructor" : "method");
        Text.Add(method.IsAsync ? "async" : "");
        code.Types.WriteTypeParameters(method.TypeParameters);
        code.Types.WriteSignature(method);
        foreach (var parameter in method.Parameters)
            code.Names.WriteNumber(parameter);
    }

    /// <summary>Initializers run first, then the base class, then the body.</summary>
    void WriteConstructor(IMethodSymbol constructor, SyntaxNode? syntax)
    {
        var type = constructor.ContainingType;
        var explicitly = (syntax as ConstructorDeclarationSyntax)?.Initializer;
        if (explicitly is null || !explicitly.IsKind(SyntaxKind.ThisConstructorInitializer))
            WriteInitializers(type);
        if (syntax is TypeDeclarationSyntax primary)
        {
            if (type.IsRecord)
                foreach (var parameter in constructor.Parameters)
                {
                    var property = type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
                    code.Names.WriteNumber((ISymbol?)property ?? parameter);
                }
            if (primary.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } arguments)
            {
                code.Operations.WriteBody(arguments);
                return;
            }
        }
        if (explicitly is null && BaseConstructor(type) is { } called)
        {
            code.Symbols.Write(called);
            foreach (var parameter in called.Parameters)
                Text.Add(parameter.HasExplicitDefaultValue ? ConstantText.Format(parameter.ExplicitDefaultValue) : null);
        }
        if (syntax is ConstructorDeclarationSyntax)
            code.Operations.WriteBody(syntax);
        else if (syntax is null && constructor.Parameters.Length > 0)
            WriteSynthesised(constructor);
    }

    /// <summary>The one that is called where none is named; null for one of another assembly, which the type's base tells.</summary>
    IMethodSymbol? BaseConstructor(INamedTypeSymbol type) => type.BaseType is { } found && type.IsReferenceType && code.Owns(found)
        ? found.InstanceConstructors
            .Where(static one => one.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))
            .OrderBy(static one => one.Parameters.Length)
            .FirstOrDefault()
        : null;

    void WriteInitializers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
            if (!member.IsStatic && Initializers.Find(member, code.Stop) is { } initializer)
            {
                code.Names.WriteNumber(member);
                code.Operations.WriteBody(initializer);
            }
    }

    /// <summary>What the compiler writes: a record's members depend on its fields, and on those members that are written by hand.</summary>
    void WriteSynthesised(IMethodSymbol method)
    {
        Text.Add("synthesised").Add((int)method.MethodKind).Add(method.IsImplicitlyDeclared ? method.Name : "");
        if (method.ContainingType is not { IsRecord: true } record || !method.IsImplicitlyDeclared)
            return;
        code.Open(Part.Shape, record);
        foreach (var member in record.GetMembers().OfType<IMethodSymbol>())
            if (!member.IsImplicitlyDeclared && (IsAsked(member) || IsCopy(member)))
                code.Symbols.Write(member);
    }

    static bool IsAsked(IMethodSymbol method) =>
        method.Name is "PrintMembers" or "Equals" or "GetHashCode" || method.AssociatedSymbol?.Name == "EqualityContract";

    static bool IsCopy(IMethodSymbol method) => method is { MethodKind: MethodKind.Constructor, Parameters.Length: 1 }
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, method.ContainingType);
}
