using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a multiclass model's answer: the label, and a probability for each class without an allocation.</summary>
static class ClassesWriter
{
    /// <summary>Classes that get a field each; with more, copying the answer would cost more than one array.</summary>
    const int MostFields = 64;

    public static void Write(SourceWriter writer, ModelTypes types)
    {
        EnumWriter.Write(writer, types, $"The classes of {Xml.Code(types.Shape.Label.Name)}, in the contract's order.");
        var count = types.Shape.ScoreCount;
        writer.Line().Summary($"A prediction of {Xml.Code(types.Shape.Label.Name)}.");
        writer.Generated().Open("public readonly record struct Prediction");
        if (count <= MostFields)
            for (var i = 0; i < count; i++)
                writer.Line($"readonly float _p{i};");
        else
            writer.Line("readonly float[]? _probabilities;");
        Constructor(writer, types);
        writer.Line().Summary("The likeliest class.").Line($"public {types.Enum} PredictedLabel {{ get; }}");
        writer.Line().Summary("How likely that class is, 0 to 1.").Line("public float Probability { get; }");
        if (count <= MostFields)
            ProbabilityFromFields(writer, types);
        else
            ProbabilityFromArray(writer, types);
        writer.Close();
    }

    static void Constructor(SourceWriter writer, ModelTypes types)
    {
        var count = types.Shape.ScoreCount;
        writer.Line().Summary("The prediction that follows from the classes' probabilities; tests can make their own.");
        writer.Doc("param name=\"probabilities\"", $"One for each member of <see cref=\"{types.Enum}\"/>, in order.");
        writer.Open("public Prediction(global::System.ReadOnlySpan<float> probabilities)");
        writer.Line($"if (probabilities.Length != {count})");
        writer.Line("    throw new global::System.ArgumentException(");
        writer.Line($"        $\"{count} probabilities are expected, not {{probabilities.Length}}.\", nameof(probabilities));");
        if (count <= MostFields)
            for (var i = 0; i < count; i++)
                writer.Line($"_p{i} = probabilities[{i}];");
        else
            writer.Line("_probabilities = probabilities.ToArray();");
        writer.Line("var best = 0;");
        writer.Line("for (var i = 1; i < probabilities.Length; i++)");
        writer.Line("    if (probabilities[i] > probabilities[best])");
        writer.Line("        best = i;");
        writer.Line($"PredictedLabel = ({types.Enum})best;").Line("Probability = probabilities[best];").Close();
    }

    static SourceWriter ProbabilityDoc(SourceWriter writer) =>
        writer.Line().Summary("How likely a class is, 0 to 1.").Doc("param name=\"label\"", "The class.");

    static void ProbabilityFromFields(SourceWriter writer, ModelTypes types)
    {
        ProbabilityDoc(writer).Open($"public float ProbabilityOf({types.Enum} label) => label switch");
        for (var i = 0; i < types.Shape.ScoreCount; i++)
            writer.Line($"{types.Enum}.{types.EnumMembers[i]} => _p{i},");
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(label)),").Close(";");
    }

    static void ProbabilityFromArray(SourceWriter writer, ModelTypes types)
    {
        ProbabilityDoc(writer).Line($"public float ProbabilityOf({types.Enum} label) => (uint)label < {types.Shape.ScoreCount}u");
        writer.Line("    ? _probabilities is null ? 0f : _probabilities[(int)label]");
        writer.Line("    : throw new global::System.ArgumentOutOfRangeException(nameof(label));");
        // An array is equal to itself only; equal answers must be equal.
        writer.Line().Summary("Whether both give every class the same probability.").Doc("param name=\"other\"", "The other prediction.");
        writer.Line("public bool Equals(Prediction other) =>");
        writer.Line("    global::System.MemoryExtensions.SequenceEqual<float>(_probabilities, other._probabilities);");
        writer.Line().Line("/// <inheritdoc/>");
        writer.Line("public override int GetHashCode() => global::System.HashCode.Combine(PredictedLabel, Probability);");
    }
}
