using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A class that predictions are made from and that the model cannot take.</summary>
static class InputClass
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.InputClassDoesNotFit, "An input class does not fit the model",
        "'{0}' does not fit the model, so CreatePredictionEngine will throw: {1}",
        Analyzers.Rules.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Analyzers.Rules.Help(Ids.InputClassDoesNotFit));

    /// <param name="error">Why a step refuses the class's columns.</param>
    public static Finding Of(ITypeSymbol type, SyntaxNode where, Finding error) => new(Rule, where, type.Name, error.Rule == UnknownColumn.Rule
        ? $"a step takes '{error.Arguments[0]}', and the class has no such column; give it one"
        : error.Arguments[0].ToString()!.Replace(", so Fit will throw", ""));
}
