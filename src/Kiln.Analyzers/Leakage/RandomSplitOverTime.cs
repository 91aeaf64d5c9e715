using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Leakage;

/// <summary>A model of rows in time whose held-out rows are chosen by hash all the same.</summary>
static class RandomSplitOverTime
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.RandomSplitOverTime, "Rows in time are split at random",
        "'{0}' orders the rows in time and Split.Hash holds rows out at random, so the model is measured on times whose neighbours it saw; "
        + "leave Split out to hold out the latest rows, or give '{0}' another role in the contract if the order does not matter",
        Category.Leakage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.RandomSplitOverTime));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model is { Shape: not null, Declaration.Split: SplitKind.Hash, Contract: { } contract }
            && (model.Declaration.Time ?? contract.Columns.FirstOrDefault(static one => one.Role == ColumnRole.Time)?.Name) is { } time)
            report(Diagnostic.Create(Rule, model.Attribute.Argument("Split"), time));
    }
}
