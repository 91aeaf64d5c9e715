using System.Collections.Immutable;
using Kiln.Analyzers.Models;
using Kiln.Contracts.Releases;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A version that does not go with what was released. The build says the same of what only it knows: data, references and the trained model. What
/// it has written of these into the lock is no warning here, which the build gave, but an editor's offer of the version that is due.
/// </summary>
static class VersionBehindRelease
{
    /// <summary>The property of a finding that holds the lowest version that will do.</summary>
    public const string Lowest = nameof(Lowest);

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (!model.IsDefinitionKnown || model.Lock?.Reading.Lock is not { Released: { Count: > 0 } released } locked || model.Shape is not { } shape
            || model.Contract is not { } contract || model.Declaration.Version is not { } version)
            return;
        var written = ReleaseContent.Create(model.Definition, contract, shape);
        if (!Check(written, severity: null) && written.Definition == locked.Definition && written.Contract == locked.Contract)
            Check(ReleaseContent.Create(model.Definition, contract, shape, locked.DataHash, locked.Artifact, threshold: locked.Threshold), DiagnosticSeverity.Info);

        bool Check(ReleaseContent content, DiagnosticSeverity? severity)
        {
            var verdict = VersionVerdict.Decide(version, content, released);
            if (verdict is not { Problem: { } problem, Lowest: { } least })
                return false;
            var rule = verdict.AlwaysWrong ? VersionTaken.Rule : VersionTooLow.Rule;
            report(Diagnostic.Create(
                rule, model.Attribute.Argument("Version"), severity ?? rule.DefaultSeverity, additionalLocations: null,
                ImmutableDictionary<string, string?>.Empty.Add(Lowest, least.ToString()), problem, model.Declaration.Name));
            return true;
        }
    }
}
