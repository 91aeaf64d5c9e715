using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A gate that is weaker than in the last release, without a reason.</summary>
static class GateLoosened
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GateLoosened, "A gate is weaker than in the last release",
        "the gate is weaker than in release {1} ({0}), so a worse model passes unnoticed; {2}",
        Category.Versions, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GateLoosened));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Lock?.Reading.Lock is not { Released: { Count: > 0 } released }
            || released.OrderBy(static release => SemanticVersion.Parse(release.Version)).Last() is not { Gates: { } then } last)
            return;
        foreach (var weaker in GateLoosening.Between(then, [.. model.Gates.Select(static declared => declared.Gate)]))
        {
            var gate = model.Gates.FirstOrDefault(gate => gate.Gate.Metric == weaker.Metric && gate.Gate.Slice == weaker.Slice).Attribute;
            report(Diagnostic.Create(
                Rule, gate?.Argument(weaker.Bound) ?? model.Attribute.Location, weaker, last.Version,
                gate is null ? "restore it, or give it a weaker bound and the reason with Because = \"…\"" : "restore it, or give the reason with Because = \"…\""));
        }
    }
}
