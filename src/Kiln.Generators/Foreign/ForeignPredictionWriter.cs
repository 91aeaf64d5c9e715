using Kiln.Contracts;
using Kiln.Contracts.Signatures;
using Kiln.Generators.Text;

namespace Kiln.Generators.Foreign;

/// <summary>Writes what a foreign model gives: a property for each output of the graph.</summary>
static class ForeignPredictionWriter
{
    public static void Write(SourceWriter writer, ForeignModelTypes types)
    {
        writer.Line().Summary("What the model gives.");
        foreach (var output in types.Signature.Outputs)
            writer.Doc($"param name=\"{output.Property}\"", Summary(output));
        var members = string.Join(", ", types.Signature.Outputs.Select(output => $"{ForeignModelTypes.TypeOf(output)} {Literal.Name(output.Property)}"));
        if (types.Probabilities is not { } probabilities)
        {
            writer.Line($"public readonly record struct Prediction({members});");
            return;
        }
        writer.Open($"public readonly record struct Prediction({members})");
        ProbabilityOf(writer, probabilities);
        writer.Close();
    }

    static void ProbabilityOf(SourceWriter writer, SignatureValue output)
    {
        writer.Summary($"The element of <see cref=\"{output.Property}\"/> that is a class's.").Doc("param name=\"label\"", "The class.");
        writer.Open($"public float ProbabilityOf({(output.ClassesAreIntegers ? "long" : "string")} label) => label switch");
        for (var i = 0; i < output.Classes.Count; i++)
            writer.Line($"{Class(output, i)} => {Literal.Name(output.Property)}.Span[{i}],");
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(label)),").Close(";");
    }

    static string Class(SignatureValue output, int i) => output.ClassesAreIntegers ? output.Classes[i] + "L" : Literal.Format(output.Classes[i]);

    static string Summary(SignatureValue output) => output switch
    {
        { Classes.Count: > 0 } => $"{Xml.Code(output.Name)}: one for each class, in the order of the graph.",
        { Length: { } length } => $"{Xml.Code(output.Name)}: {Counted.Format(length, "element")}.",
        _ => $"{Xml.Code(output.Name)}.",
    };
}
