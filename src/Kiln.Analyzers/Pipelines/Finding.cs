using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines;

/// <summary>A finding before it is reported.</summary>
/// <param name="Properties">What a fix needs.</param>
sealed record Finding(
    DiagnosticDescriptor Rule, SyntaxNode Where, ImmutableDictionary<string, string?> Properties, params object[] Arguments)
{
    public Finding(DiagnosticDescriptor rule, SyntaxNode where, params object[] arguments)
        : this(rule, where, ImmutableDictionary<string, string?>.Empty, arguments)
    {
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Where.GetLocation(), Properties, Arguments);
}
