using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>Remembers a pipeline's fingerprint for as long as its file lives, from one compilation to the next.</summary>
static class FingerprintMemory
{
    static readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, KnownFingerprint>> Files = new();

    /// <summary>The very object of the compilation before, where nothing changed that could change it.</summary>
    public static PipelineFingerprint Get(Compilation compilation, IMethodSymbol pipeline, CancellationToken stop)
    {
        var file = Files.GetOrCreateValue(pipeline.DeclaringSyntaxReferences[0].SyntaxTree);
        var type = pipeline.ContainingType.ToDisplayString();
        lock (file)
            if (file.TryGetValue(type, out var known) && known.HoldsIn(compilation, stop))
                return known.Fingerprint;
        var fingerprint = PipelineFingerprint.Compute(compilation, pipeline, out var reached, stop);
        lock (file)
            file[type] = new(fingerprint, reached, compilation);
        return fingerprint;
    }
}
