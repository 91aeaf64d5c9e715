using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a multiclass model's answer: the label, and a probability for each class without an allocation.</summary>
static class ClassesWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        EnumWriter.Write(writer, types, $"The classes of {Xml.Code(types.Shape.Label.Name)}, in the contract's order.");
        var probabilities = new ScoreFields(types.Shape.ScoreCount, "_p", "_probabilities");
        writer.Line().Summary($"A prediction of {Xml.Code(types.Shape.Label.Name)}.");
        writer.Generated().Open("public readonly record struct Prediction");
        probabilities.Declare(writer);
        Constructor(writer, types, probabilities);
        writer.Line().Summary("The likeliest class.").Line($"public {types.Enum} PredictedLabel {{ get; }}");
        writer.Line().Summary("How likely that class is, 0 to 1.").Line("public float Probability { get; }");
        writer.Line().Summary("How likely a class is, 0 to 1.").Doc("param name=\"label\"", "The class.");
        probabilities.Get(writer, $"ProbabilityOf({types.Enum}", "label", "label", i => $"{types.Enum}.{types.EnumMembers[i]}");
        probabilities.Equality(writer, "Whether both give every class the same probability.", "PredictedLabel, Probability");
        writer.Close();
    }

    static void Constructor(SourceWriter writer, ModelTypes types, ScoreFields fields)
    {
        writer.Line().Summary("The prediction that follows from the classes' probabilities; tests can make their own.");
        writer.Doc("param name=\"probabilities\"", $"One for each member of <see cref=\"{types.Enum}\"/>, in order.");
        writer.Open("public Prediction(global::System.ReadOnlySpan<float> probabilities)");
        fields.Assign(writer, "probabilities");
        writer.Line("var best = 0;");
        writer.Line("for (var i = 1; i < probabilities.Length; i++)");
        writer.Line("    if (probabilities[i] > probabilities[best])");
        writer.Line("        best = i;");
        writer.Line($"PredictedLabel = ({types.Enum})best;").Line("Probability = probabilities[best];").Close();
    }
}
