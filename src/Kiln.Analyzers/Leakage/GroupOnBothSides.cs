using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Leakage;

/// <summary>A model whose rows are split one by one although several belong to one customer, patient or machine.</summary>
static class GroupOnBothSides
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GroupOnBothSides, "Rows of one group are on both sides of the split",
        "'{0}' {1}, and the split is by row, so the model is measured on groups it saw in training; {2}",
        Category.Leakage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GroupOnBothSides));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model is not { Shape.Split: SplitKind.Hash, Contract: { } contract })
            return;
        var split = model.Declaration.Split is null ? model.Attribute.First : model.Attribute.Argument("Split");
        if ((model.Declaration.Group ?? contract.Columns.FirstOrDefault(static one => one.Role == ColumnRole.Group)?.Name) is { } group)
            report(Diagnostic.Create(Rule, split, group, "groups the rows", "leave Split out, or set it to Split.Group"));
        else if (contract.Columns.FirstOrDefault(column => IsRepeated(column, contract)) is { } id)
            report(Diagnostic.Create(
                Rule, split, id.Name, $"has {contract.Profile[id.Name].Distinct} values in {contract.Rows} rows",
                $"set Group = \"{id.Name}\", or give it role \"ignore\" in the contract if its rows have nothing in common"));
    }

    /// <summary>A name of something that has at least two rows on average.</summary>
    static bool IsRepeated(Column column, DataContract contract) =>
        column.Role == ColumnRole.Id
        && contract.Profile.TryGetValue(column.Name, out var observed)
        && observed.Distinct > 1
        && 2 * observed.Distinct <= contract.Rows * (1 - observed.Missing);
}
