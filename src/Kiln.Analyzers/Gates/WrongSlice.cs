using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A gate whose bounds cannot be held in each value of its column. Silent while the task is not known.</summary>
static class WrongSlice
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.WrongSlice, "A gate cannot hold in each value of a column", "{0}", Category.Gates, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongSlice));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape || model.Contract is not { } contract)
            return;
        foreach (var (gate, attribute) in model.Gates)
            if (SliceCheck.Check(gate, shape, contract) is { } problem)
                report(Diagnostic.Create(
                    problem.Id == Ids.UnknownColumn ? ShapeProblems.UnknownColumn : Rule, attribute.Argument(problem.Argument), problem.Message));
    }
}
