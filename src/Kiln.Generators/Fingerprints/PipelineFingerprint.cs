using Kiln.Generators.Caching;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>A pipeline's method and everything in its compilation that it reaches, in one hash.</summary>
/// <param name="Value">SHA-256, 64 hexadecimal digits.</param>
/// <param name="Uses">What it reaches in other assemblies, as <see cref="Contracts.Models.PipelineDefinition.Uses"/> says.</param>
sealed record PipelineFingerprint(string Value, EquatableArray<string> Uses)
{
    /// <param name="reached">Every file that had a say.</param>
    public static PipelineFingerprint Compute(
        Compilation compilation, IMethodSymbol pipeline, out IReadOnlyCollection<SyntaxTree> reached, CancellationToken stop)
    {
        var code = new ReachedCode(compilation, stop);
        code.Text.Add("pipeline 1");
        code.Symbols.Write(pipeline);
        code.WriteAll();
        reached = code.Trees;
        return new(code.Text.ToString(), new(code.Names.Uses));
    }
}
