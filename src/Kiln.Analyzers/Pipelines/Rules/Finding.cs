using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A finding before it is reported.</summary>
/// <param name="Properties">What a fix needs.</param>
sealed record Finding(
    DiagnosticDescriptor Rule, Location Where, ImmutableDictionary<string, string?> Properties, params object[] Arguments)
{
    public Finding(DiagnosticDescriptor rule, Location where, params object[] arguments)
        : this(rule, where, ImmutableDictionary<string, string?>.Empty, arguments)
    {
    }

    /// <summary>The estimator that a finding elsewhere is about.</summary>
    public Location? Estimator { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Where, Estimator is null ? [] : [Estimator], Properties, Arguments);
}
