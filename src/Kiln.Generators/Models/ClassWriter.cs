using Kiln.Generators.Declarations;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Opens a model's class where it stands, and closes it again.</summary>
static class ClassWriter
{
    /// <param name="remarks">The class's documentation; none when null.</param>
    /// <param name="interfaces">What it implements; nothing when null.</param>
    public static SourceWriter Open(SourceWriter writer, ModelDeclaration model, string? remarks = null, string? interfaces = null)
    {
        if (model.Path.Namespace.Length > 0)
            writer.Line($"namespace {model.Path.Namespace};").Line();
        foreach (var outer in model.Path.Outer)
            writer.Open(outer);
        if (remarks is not null)
            writer.Doc("remarks", remarks);
        return writer.Open($"partial class {Literal.Name(model.Name)}{(interfaces is null ? "" : $" : {interfaces}")}");
    }

    public static SourceWriter Close(SourceWriter writer, ModelDeclaration model)
    {
        writer.Close();
        foreach (var _ in model.Path.Outer)
            writer.Close();
        return writer;
    }
}
