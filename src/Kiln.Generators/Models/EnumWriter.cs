using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes the enum of a label's classes, in the order of the scores, and their names in the data.</summary>
static class EnumWriter
{
    /// <param name="summary">What the classes are.</param>
    public static void Write(SourceWriter writer, ModelTypes types, string summary)
    {
        var classes = types.Shape.Classes;
        writer.Line().Summary(summary);
        writer.Generated().Open($"public enum {types.Enum}");
        for (var i = 0; i < classes.Count; i++)
            (i > 0 ? writer.Line() : writer).Summary(Xml.Code(classes[i])).Line($"{types.EnumMembers[i]},");
        writer.Close();
        writer.Line().Summary("A class, named as in the data.").Doc("param name=\"label\"", "The class.");
        writer.Generated().Open($"public static string NameOf({types.Enum} label) => label switch");
        for (var i = 0; i < classes.Count; i++)
            writer.Line($"{types.Enum}.{types.EnumMembers[i]} => {Literal.Format(classes[i])},");
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(label)),").Close(";");
    }
}
