using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Microsoft.CodeAnalysis;
using Location = Microsoft.CodeAnalysis.Location;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A member that a text loader fills from another's column. A gap is often on purpose.</summary>
static class WrongLoadColumn
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.WrongLoadColumn, "A member is loaded from another's column", "{0}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongLoadColumn));

    /// <summary>Two members that read one column.</summary>
    public static IEnumerable<Finding> FindShared(IReadOnlyList<ClassColumn> columns) =>
        from column in columns.Where(static column => column.Member.LoadedFrom is not null).GroupBy(static column => column.Member.LoadedFrom)
        from one in column.Skip(1)
        select new Finding(Rule, At(one),
            $"'{column.First().Member.Symbol.Name}' and '{one.Member.Symbol.Name}' are both loaded from column {column.Key} of the file; "
            + "count up from 0");

    /// <summary>A member that is named as one column of the contract and reads another; null for other members.</summary>
    public static Finding? Find(ClassColumn column, Column contract, DataContract data)
    {
        var place = data.Columns.ToList().IndexOf(contract);
        return column.Member.LoadedFrom is { } index && index != place && index >= 0 && index < data.Columns.Count
            ? new(Rule, At(column),
                $"'{column.Member.Symbol.Name}' is loaded from column {index} of the file, which the contract calls '{data.Columns[index].Name}'; "
                + $"'{contract.Name}' is column {place}")
            : null;
    }

    static Location At(ClassColumn column) =>
        column.Member.Attribute("LoadColumnAttribute")?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? column.Member.Location ?? Location.None;
}
