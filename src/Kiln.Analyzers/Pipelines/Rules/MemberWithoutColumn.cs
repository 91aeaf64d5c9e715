using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A class that predictions are read into, with a member that matches none of the model's columns.</summary>
static class MemberWithoutColumn
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.MemberWithoutColumn, "A member of a class matches no column", "{0}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.MemberWithoutColumn));

    /// <param name="where">Where the class is named, for one that is not in the project.</param>
    /// <param name="model">What the model gives.</param>
    /// <param name="input">What it is given.</param>
    public static Finding? Find(ITypeSymbol type, Location where, ViewColumns model, IReadOnlyList<ClassColumn> input, bool ignoresMissing)
    {
        foreach (var column in ClassColumns.Written(type) ?? [])
            if (model.Lacks(column.Name) && input.All(given => given.Name != column.Name))
                return new(Rule, column.Member.Location ?? where, Unbound(type, column, model, ignoresMissing));
            else if (model.Find(column.Name)?.Type is { } given && column.Type is { } wanted && !Fits(given, wanted))
                return new(Rule, column.Member.Location ?? where, $"'{type.Name}.{column.Member.Symbol.Name}' is {wanted.Words}, and the model's '{column.Name}' is {given.Words}, "
                    + $"so CreatePredictionEngine will throw; declare it as {Declaration(given)}");
        return null;
    }

    static string Unbound(ITypeSymbol type, ClassColumn column, ViewColumns model, bool ignoresMissing)
    {
        var near = Nearest.Find(column.Name, model.Known.Keys.OrderBy(static name => name, StringComparer.Ordinal));
        return $"the model has no column '{column.Name}' for '{type.Name}.{column.Member.Symbol.Name}', "
            + (ignoresMissing ? "so it keeps its default value" : "so CreatePredictionEngine will throw") + "; "
            + (near is null ? "remove the member, or name its column with [ColumnName]" : $"did you mean [ColumnName(\"{near}\")]?");
    }

    /// <summary>A member without a size that became what an estimator does not take; null where the class is not why.</summary>
    public static Finding? FindUnsized(ViewColumn column, Role role, EstimatorCall estimator, ViewColumns data)
    {
        if (column.Type is not { Shape: Shape.Unsized } type || role.For(type.As(Shape.Vector)) is null || column.Sources.Count != 1)
            return null;
        var source = data.Find(column.Sources.Keys.Single());
        return source is { Declaration: { } place, Type.Shape: Shape.Unsized }
            ? new(Rule, place, $"'{source.Name}' has no size, and {estimator.Name} takes {role.Words}, so Fit will throw; give its size: [VectorType(n)]") { Estimator = estimator.MethodName.GetLocation() }
            : null;
    }

    /// <summary>A size is no part of a member's type, and a key is the number it is.</summary>
    static bool Fits(ViewType given, ViewType wanted) => given.Item == wanted.Item && (given.Shape == Shape.Scalar) == (wanted.Shape == Shape.Scalar);

    static string Declaration(ViewType type) => (type.Item == "text" ? "string" : type.Item) + (type.Shape == Shape.Scalar ? "" : "[]");
}
