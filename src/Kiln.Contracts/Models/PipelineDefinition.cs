namespace Kiln.Contracts.Models;

/// <summary>A model's own <c>static IEstimator&lt;ITransformer&gt; Pipeline(MLContext ml)</c>.</summary>
/// <param name="Fingerprint">Over the method and everything in its compilation that it reaches.</param>
/// <param name="Uses">
/// What it reaches outside of its compilation, the framework and ML.NET aside: <c>Assembly|documentation id</c>, sorted.
/// A compiler sees no bodies there, so what these do is the host's to look at.
/// </param>
/// <param name="Location">Where the method's name stands.</param>
public sealed record PipelineDefinition(string Fingerprint, IReadOnlyList<string> Uses, Location Location);
