using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>An expectation that no model of that shape can be held to. Silent while the task is not known.</summary>
static class WrongExpectation
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.WrongExpectation, "Nothing can be expected of a column so", "{0}", Category.Gates, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongExpectation));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape || model.Contract is not { } contract)
            return;
        foreach (var (expectation, attribute) in model.Expectations)
            if (ExpectationCheck.Check(expectation, model.Expectations.Select(static declared => declared.Expectation), shape, contract) is { } problem)
                report(Diagnostic.Create(Rule, problem.Argument is { } argument ? attribute.Argument(argument) : attribute.First, problem.Message));
    }
}
