using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a model's input: its features, in the contract's order.</summary>
static class InputWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Summary("What the model predicts from. Values that may be missing can be left out.");
        writer.Generated().Open("public readonly record struct Input : global::Kiln.Validation.IValidatedInput");
        foreach (var column in types.Shape.Features)
            Members.Property(writer, column, types.InputNames[column], types.Contract);
        ValidateWriter.Input(writer, types);
        writer.Close();
    }
}
