using Kiln.Contracts.Models;

namespace Kiln.Host.Export.Steps;

/// <summary>The way out of a step that cannot become ONNX.</summary>
static class Advice
{
    public static string For(PipelineStep step) => NotExportable.InsteadOfFitted(step.Name, step.Transformer.GetType().Namespace);
}
