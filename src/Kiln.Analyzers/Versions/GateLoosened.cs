using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A gate or an expectation that is weaker than in the last release, without a reason.</summary>
static class GateLoosened
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GateLoosened, "A gate or an expectation is weaker than in the last release",
        "the {3} is weaker than in release {1} ({0}), so a worse model passes unnoticed; {2}",
        Category.Versions, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GateLoosened));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Lock?.Reading.Lock is not { Released: { Count: > 0 } released })
            return;
        var last = released.OrderBy(static release => SemanticVersion.Parse(release.Version)).Last();
        foreach (var weaker in GateLoosening.Between(last.Gates ?? [], [.. model.Gates.Select(static declared => declared.Gate)]))
            Report(model.Gates.FirstOrDefault(gate => gate.Gate.Metric == weaker.Metric && gate.Gate.Slice == weaker.Slice).Attribute, weaker.Bound, weaker, "gate");
        foreach (var weaker in ExpectationLoosening.Between(last.Expectations, [.. model.Expectations.Select(static declared => declared.Expectation)]))
            Report(model.Expectations.FirstOrDefault(declared => declared.Expectation.IsOfKind(weaker.Then)).Attribute, weaker.Bound, weaker, "expectation");

        void Report(AttributeSource? weak, string? bound, object weaker, string what) => report(Diagnostic.Create(
            Rule, weak?.Argument(bound) ?? model.Attribute.Location, weaker, last.Version,
            weak is null ? "restore it, or give it a weaker bound and the reason with Because = \"…\"" : "restore it, or give the reason with Because = \"…\"", what));
    }
}
