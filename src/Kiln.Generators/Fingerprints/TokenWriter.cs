using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// Writes code token by token: what the compiler has no operation for, or does not understand, such as a name that is yet to be generated.
/// It may tell two spellings of one thing apart, and never takes two things for one.
/// </summary>
sealed class TokenWriter(ReachedCode code)
{
    public void Write(SyntaxNode syntax)
    {
        var model = code.Model(syntax);
        code.Text.Add("tokens");
        foreach (var token in syntax.DescendantTokens())
        {
            var symbols = token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is { } named ? Symbols(model, named) : [];
            code.Text.Add(symbols.Count == 1 && symbols[0] is not INamespaceSymbol ? "" : token.ValueText);
            foreach (var symbol in symbols)
                code.Symbols.Write(symbol);
        }
    }

    /// <summary>The one that is meant, or all that could be.</summary>
    IReadOnlyList<ISymbol> Symbols(SemanticModel model, SyntaxNode named)
    {
        if (named is not SimpleNameSyntax name)
            return model.GetDeclaredSymbol(named, code.Stop) is { } declared ? [declared] : [];
        var found = model.GetSymbolInfo(name, code.Stop);
        if (found.Symbol is { } symbol)
            return [symbol];
        return found.CandidateSymbols;
    }
}
