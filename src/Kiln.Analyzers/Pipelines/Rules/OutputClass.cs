using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Types;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A class that predictions are read into, with a member that none of the model's columns fits.</summary>
static class OutputClass
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.OutputClassDoesNotFit, "An output class does not fit the model", "{0}",
        Analyzers.Rules.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Analyzers.Rules.Help(Ids.OutputClassDoesNotFit));

    /// <param name="model">What the model gives.</param>
    /// <param name="input">What it is given.</param>
    public static Finding? Of(ITypeSymbol type, SyntaxNode where, ViewColumns model, IReadOnlyList<ClassColumn> input, bool ignoresMissing)
    {
        foreach (var column in ClassColumns.Written(type) ?? [])
            if (model.Lacks(column.Name) && input.All(given => given.Name != column.Name))
                return new(Rule, where, Unbound(type, column, model, ignoresMissing));
            else if (model.Find(column.Name)?.Type is { } given && column.Type is { } wanted && !Fits(given, wanted))
                return new(Rule, where, $"'{type.Name}.{column.Member.Symbol.Name}' is {wanted.Words}, and the model's '{column.Name}' is {given.Words}, "
                    + $"so CreatePredictionEngine will throw; declare it as {Declaration(given)}");
        return null;
    }

    static string Unbound(ITypeSymbol type, ClassColumn column, ViewColumns model, bool ignoresMissing)
    {
        var near = Nearest.Find(column.Name, model.Known.Keys.OrderBy(static name => name, StringComparer.Ordinal));
        return $"the model gives no column '{column.Name}' for '{type.Name}.{column.Member.Symbol.Name}', "
            + (ignoresMissing ? "so it stays at its default" : "so CreatePredictionEngine will throw") + "; "
            + (near is null ? "remove the member, or name its column with [ColumnName]" : $"did you mean [ColumnName(\"{near}\")]?");
    }

    /// <summary>A size is no part of a member's type, and a key is the number it is.</summary>
    static bool Fits(ViewType given, ViewType wanted) => given.Item == wanted.Item && (given.Shape == Shape.Scalar) == (wanted.Shape == Shape.Scalar);

    static string Declaration(ViewType type) => (type.Item == "text" ? "string" : type.Item) + (type.Shape == Shape.Scalar ? "" : "[]");
}
