using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Types;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Steps that the table cannot tell, because what they give depends on their arguments: only their output is known.</summary>
static class OtherSteps
{
    /// <summary>Null where the step may do anything.</summary>
    public static (string? Name, ViewType? Type)? Output(StepCall call) => call.Name is "Expression" or "MapValue" or "ApplyWordEmbedding"
        && call.Argument("outputColumnName") is { } output && call.Values.TryText(output.Value, call.Frame, out var name)
            ? (name, null)
            : null;
}
