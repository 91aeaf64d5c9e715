using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a model's answer.</summary>
static class PredictionWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        switch (types.Shape.Task)
        {
            case TaskKind.BinaryClassification:
                Binary(writer, types);
                break;
            case TaskKind.MulticlassClassification:
                ClassesWriter.Write(writer, types);
                break;
            default:
                Regression(writer, types);
                break;
        }
    }

    static void Binary(SourceWriter writer, ModelTypes types)
    {
        var label = types.Shape.Label;
        writer.Line().Summary($"A prediction of {Xml.Code(label.Name)}.");
        var (yes, no) = (Xml.Code(label.TrueText!), Xml.Code(label.FalseText!));
        writer.Doc("param name=\"PredictedLabel\"", $"The prediction: {yes} is true, {no} is false. True where the score is above 0.");
        writer.Doc("param name=\"Probability\"", "How likely true is, 0 to 1.");
        writer.Doc("param name=\"Score\"", "The model's raw score; the higher, the likelier true.");
        writer.Generated().Line("public readonly record struct Prediction(bool PredictedLabel, float Probability, float Score);");
    }

    static void Regression(SourceWriter writer, ModelTypes types)
    {
        var label = types.Shape.Label;
        var unit = string.IsNullOrWhiteSpace(label.Unit) ? "" : $", in {Xml.Of(label.Unit!)}";
        writer.Line().Summary($"A prediction of {Xml.Code(label.Name)}.");
        writer.Doc("param name=\"Score\"", $"The predicted {Xml.Code(label.Name)}{unit}.");
        writer.Generated().Line("public readonly record struct Prediction(float Score);");
    }
}
