using System.Collections.Immutable;
using Kiln.Analyzers.Models;
using Kiln.Contracts.Releases;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A version that does not go with what was released. The build says the same of what only it knows: data, references and the trained model.
/// </summary>
static class VersionBehindRelease
{
    /// <summary>The property of a finding that holds the lowest version that will do.</summary>
    public const string Lowest = nameof(Lowest);

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (!model.IsDefinitionKnown || model.Lock?.Reading.Lock is not { Released: { Count: > 0 } released } || model.Shape is not { } shape
            || model.Contract is not { } contract || model.Declaration.Version is not { } version)
            return;
        var verdict = VersionVerdict.Decide(version, ReleaseContent.Create(model.Definition, contract, shape), released);
        if (verdict is { Problem: { } problem, Lowest: { } least })
            report(Diagnostic.Create(
                verdict.AlwaysWrong ? VersionTaken.Rule : VersionTooLow.Rule, model.Attribute.Argument("Version"),
                ImmutableDictionary<string, string?>.Empty.Add(Lowest, least.ToString()), problem, model.Declaration.Name));
    }
}
