using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a model's definition into the assembly's metadata, where the trainer reads it.</summary>
static class DefinitionWriter
{
    public static string Write(string definition) =>
        new SourceWriter().Line().Line($"[assembly: global::Kiln.CompilerServices.ModelDefinition({Literal.Of(definition)})]").ToString();
}
