using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A lock of another definition or contract: what is trained is not what is written. Normal between an edit and the next build.</summary>
static class LockStale
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LockStale, "A lock does not match the model's definition or contract",
        "the lock of '{0}' does not match this {1}, so the existing model is not this one; build, and commit the lock together with this change",
        Category.Versions, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LockStale));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (!model.IsDefinitionKnown || model.Lock?.Reading.Lock is not { } locked || model.Contract is not { } contract || model.Shape is null)
            return;
        var (definition, data) = (locked.Definition != DefinitionFingerprint.Compute(model.Definition), locked.Contract != ContractFingerprint.Compute(contract));
        if (definition || data)
            report(Diagnostic.Create(
                Rule, model.Attribute.Location, model.Declaration.Name,
                definition && data ? "definition or contract" : definition ? "definition" : "contract"));
    }
}
