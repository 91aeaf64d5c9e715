using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Tests.Fingerprints;

static class Layout
{
    /// <summary>One token a line, a comment after each.</summary>
    public static string Otherwise(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var text = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(source, options).GetRoot().DescendantTokens())
            if (token.Parent?.AncestorsAndSelf().Any(node => node is InterpolatedStringExpressionSyntax) == true
                && !token.IsKind(SyntaxKind.InterpolatedStringEndToken))
                text.Append(token.Text).Append(token.IsKind(SyntaxKind.NewKeyword) ? " " : "");
            else
                text.Append(token.Text).Append(" // laid out\n");
        return text.ToString();
    }
}
