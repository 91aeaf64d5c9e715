using Kiln.Contracts;
using Kiln.Contracts.Signatures;
using Kiln.Generators.Text;

namespace Kiln.Generators.Foreign;

/// <summary>Writes what a foreign model reads: a property for each input of the graph, or for each column of it where the signature names them.</summary>
static class ForeignInputWriter
{
    public static void Write(SourceWriter writer, ForeignModelTypes types)
    {
        writer.Line().Summary("What the model predicts from.");
        writer.Open("public readonly record struct Input");
        foreach (var input in types.Signature.Inputs)
            if (input.Columns.Count > 0)
                for (var i = 0; i < input.Columns.Count; i++)
                    Property(writer, $"Element {i} of {Xml.Code(input.Name)}.", ForeignModelTypes.ElementType(input), input.Columns[i]);
            else
                Property(writer, Summary(input), ForeignModelTypes.TypeOf(input), input.Property);
        writer.Close();
    }

    static string Summary(SignatureValue input) => input.Length is { } length
        ? $"{Xml.Code(input.Name)}: {Counted.Format(length, "element")}."
        : $"{Xml.Code(input.Name)}.";

    static void Property(SourceWriter writer, string summary, string type, string name) =>
        writer.Line().Summary(summary).Line($"public required {type} {Literal.Name(name)} {{ get; init; }}");
}
