using Kiln.Contracts.Models;
using Kiln.Generators.Fingerprints;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>A model's own pipeline as written.</summary>
/// <param name="Location">Where the method's name stands.</param>
sealed record PipelineDeclaration(PipelineFingerprint Fingerprint, SourceLocation Location)
{
    public static PipelineDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken stop) =>
        PipelineMethod.Find(type) is { } method && method.Locations[0] is { SourceTree: { } file } name
            ? new(FingerprintMemory.Get(compilation, method, stop), SourceLocation.From(file, name.SourceSpan))
            : null;

    public PipelineDefinition ToDefinition(string projectDirectory) =>
        new(Fingerprint.Value, [.. Fingerprint.Uses], Location.RelativeTo(projectDirectory));
}
