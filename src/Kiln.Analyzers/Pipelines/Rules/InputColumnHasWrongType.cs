using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A column of a type that an estimator does not take.</summary>
static class InputColumnHasWrongType
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.InputColumnHasWrongType, "An estimator is given a column of the wrong type", "{0}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.InputColumnHasWrongType));

    public static Finding Create(ColumnName name, ViewColumn column, Role role, EstimatorCall estimator) => new(
        Rule, name.Where.GetLocation(),
        $"'{column.Name}' is {column.Type!.Value.Words}, and {estimator.Name} takes {role.Words}{As(role)}, so Fit will throw; "
        + Advice(column, role));

    /// <summary>Columns of two types in one vector; null where they are of one.</summary>
    public static Finding? FindMixed(IReadOnlyList<(ColumnName Name, ViewColumn? Column)> columns)
    {
        var known = columns.Where(static one => one.Column?.Type is not null).Select(static one => (one.Name, Column: one.Column!)).ToList();
        foreach (var (name, column) in known.Skip(1))
            if (column.Type!.Value.ItemNotation != known[0].Column.Type!.Value.ItemNotation)
                return new(
                    Rule, name.Where.GetLocation(),
                    $"'{column.Name}' is {column.Type.Value.Words} and '{known[0].Column.Name}' is {known[0].Column.Type!.Value.Words}, "
                    + "and a vector has one type, so Fit will throw; convert one first, for example with Conversion.ConvertType");
        return null;
    }

    static string As(Role role) => role.Name == Role.Input ? "" : $" as {role.Name}";

    static string Advice(ViewColumn column, Role role)
    {
        var type = column.Type!.Value;
        if (role.Takes.Keys.All(static taken => taken.IsKey))
            return $"map it first: Conversion.MapValueToKey(\"{column.Name}\")";
        if (role.For(type.As(Shape.Vector)) is not null && type.Shape == Shape.Unsized)
            return "give its size where it is loaded: [VectorType(n)]";
        if (role.For(type.As(Shape.Vector)) is not null)
            return $"make a vector of it first: Concatenate(\"Features\", \"{column.Name}\")";
        if (role.For(type.As(Shape.Scalar)) is not null)
            return "name a column with one value";
        if (role.Takes.Keys.All(static taken => taken.Item == "text"))
            return "convert it first: Conversion.ConvertType(…, outputKind: DataKind.String)";
        if (role.Takes.Keys.All(static taken => taken.Item == "bool"))
            return type.Item == "text"
                ? "load it as bool, or map its two values to true and false with Conversion.MapValue"
                : "convert it first: Conversion.ConvertType(…, outputKind: DataKind.Boolean)";
        if (type is { Item: "text", IsKey: false } || type.IsKey)
            return type.IsKey ? "make a vector of it first: Conversion.MapKeyToVector" : "encode it first, for example with OneHotEncoding or FeaturizeText";
        return "convert it first: Conversion.ConvertType";
    }
}
