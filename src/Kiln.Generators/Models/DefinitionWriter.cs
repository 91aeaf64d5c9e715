using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>
/// Writes a model's definition into the assembly's metadata, where the trainer reads it, and its fingerprint into the class, which holds the
/// files against it.
/// </summary>
static class DefinitionWriter
{
    /// <summary>The member with the fingerprint. Not among the types: they stay as they are when the trainer or the pipeline changes.</summary>
    public const string Constant = "__Definition";

    public static string Write(DefinitionFile file)
    {
        var writer = new SourceWriter().Line().Line($"[assembly: global::Kiln.CompilerServices.ModelDefinition({Literal.Format(file.Definition)})]");
        if (!file.Model.CanBeCompleted)
            return writer.ToString();
        ClassWriter.Open(writer.Line(), file.Model).Generated();
        writer.Line($"const string? {Constant} = {(file.Fingerprint is { } fingerprint ? Literal.Format(fingerprint) : "null")};");
        return ClassWriter.Close(writer, file.Model).ToString();
    }
}
