using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Microsoft.CodeAnalysis;
using Location = Microsoft.CodeAnalysis.Location;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A class of rows that differs from what the model was fitted on, or from the contract of the file it is loaded from.</summary>
static class InputClassDoesNotFit
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.InputClassDoesNotFit, "An input class does not fit the model", "{0}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.InputClassDoesNotFit));

    /// <param name="where">Where the class is named.</param>
    /// <param name="rows">What the model was fitted on.</param>
    /// <param name="error">Why an estimator refuses the class's columns.</param>
    public static Finding Find(ITypeSymbol type, Location where, IReadOnlyList<ClassColumn> input, ViewColumns rows, Finding error)
    {
        var other = input.FirstOrDefault(column => column.Type is { } given && rows.Find(column.Name)?.Type is { } fitted && given != fitted);
        if (other is not null)
            return new(Rule, other.Member.Location ?? where,
                $"'{type.Name}.{other.Member.Symbol.Name}' is {other.Type!.Value.Words}, and the model was fitted on {rows.Find(other.Name)!.Type!.Value.Words}, "
                + "so CreatePredictionEngine will throw; declare it as it was fitted");
        return new(Rule, where, error.Rule == InputColumnUnknown.Rule
            ? $"the model takes '{error.Arguments[0]}', and '{type.Name}' has no such column, so CreatePredictionEngine will throw; give it one"
            : $"'{type.Name}' does not fit the model, so CreatePredictionEngine will throw: {error.Arguments[0].ToString()!.Replace(", so Fit will throw", "")}");
    }

    /// <summary>A member that is not what the contract calls its column; null where it is.</summary>
    public static Finding? Find(ClassColumn column, Column contract, Location where) =>
        column.Type is { Shape: Shape.Scalar } type && !CanHold(type.Item, contract)
            ? new(Rule, column.Member.Location ?? where,
                $"'{column.Member.Symbol.Name}' is {type.Words}, and the contract calls '{contract.Name}' {Kiln.Contracts.Data.Words.Format(contract.Type)}, "
                + "so its values will not load; declare it as the contract says")
            : null;

    /// <summary>Text holds everything, and what is not sure to fail is taken to be meant.</summary>
    static bool CanHold(string item, Column contract) => item == "text" || contract.Type switch
    {
        ColumnType.Text => false,
        ColumnType.Category => IsNumber(item) && contract.Values.Count > 0 && contract.Values.All(static value => double.TryParse(
            value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)),
        ColumnType.Number => item is "float" or "double",
        ColumnType.Integer => IsNumber(item),
        ColumnType.DateTime => item is "DateTime" or "DateTimeOffset",
        _ => item == "bool" || IsNumber(item),
    };

    static bool IsNumber(string item) => item is not ("bool" or "DateTime" or "DateTimeOffset" or "TimeSpan");
}
