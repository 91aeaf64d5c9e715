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
            case TaskKind.Ranking:
                Ranking(writer, types);
                break;
            case TaskKind.AnomalyDetection:
                Anomaly(writer, types);
                break;
            case TaskKind.Clustering:
                ClustersWriter.Write(writer, types);
                break;
            default:
                Regression(writer, types);
                break;
        }
    }

    static void Binary(SourceWriter writer, ModelTypes types)
    {
        var (label, shape) = (types.Shape.Label, types.Shape);
        var (yes, no) = (Xml.Code(shape.Positive!), Xml.Code(shape.Classes[0]));
        if (!shape.IsTrueOrFalse)
            EnumWriter.Write(writer, types, $"The classes of {Xml.Code(label.Name)}: the negative one, then the positive one.");
        writer.Line().Summary($"A prediction of {Xml.Code(label.Name)}.");
        writer.Doc("param name=\"PredictedLabel\"", shape.IsTrueOrFalse
            ? $"The prediction: {Xml.Code(label.TrueText!)} is true, {Xml.Code(label.FalseText!)} is false. {(shape.Positive == label.TrueText ? "True" : "False")} where {Decision(shape)}."
            : $"The prediction: {yes} where {Decision(shape)}, else {no}.");
        var positive = shape.IsTrueOrFalse && shape.Positive == label.TrueText ? "true" : yes;
        writer.Doc("param name=\"Probability\"", $"How likely {positive} is, 0 to 1.");
        writer.Doc("param name=\"Score\"", $"The model's raw score; the higher, the likelier {positive}.");
        var type = shape.IsTrueOrFalse ? "bool" : types.Enum;
        writer.Generated().Line($"public readonly record struct Prediction({type} PredictedLabel, float Probability, float Score);");
    }

    static string Decision(ModelShape shape) => shape switch
    {
        { ThresholdFor: { } metric } => $"the probability is at least <see cref=\"global::Kiln.ModelInfo.Threshold\"/>, which training chooses for {Xml.Code(metric)}",
        { Threshold: { } threshold } => FormattableString.Invariant($"the probability is at least {threshold:G6}"),
        _ => "the score is above 0",
    };

    static void Ranking(SourceWriter writer, ModelTypes types)
    {
        var (label, query) = (Xml.Code(types.Shape.Label.Name), Xml.Code(types.Shape.Query!.Name));
        writer.Line().Summary($"Where a row comes among those of its {query}.");
        writer.Doc("param name=\"Score\"", $"What the rows of one {query} are put in order by, highest first. It is no {label}, and says nothing across queries.");
        writer.Generated().Line("public readonly record struct Prediction(float Score);");
    }

    static void Anomaly(SourceWriter writer, ModelTypes types)
    {
        var percent = FormattableString.Invariant($"{100 * types.Shape.AnomalyShare!.Value:G6} %");
        writer.Line().Summary("How unusual a row is among those that the model was trained on.");
        writer.Doc("param name=\"IsAnomaly\"", $"Whether the score is at least <see cref=\"global::Kiln.ModelInfo.Threshold\"/>, which the highest {percent} of the training rows reach.");
        writer.Doc("param name=\"Score\"", "How unusual the row is, 0 to 1: around 0.5 and below is usual; the higher, the fewer splits by chance set it apart from other rows.");
        writer.Generated().Line("public readonly record struct Prediction(bool IsAnomaly, float Score);");
    }

    static void Regression(SourceWriter writer, ModelTypes types)
    {
        var label = types.Shape.Label;
        var unit = string.IsNullOrWhiteSpace(label.Unit) ? "" : $", in {Xml.Escape(label.Unit!)}";
        writer.Line().Summary($"A prediction of {Xml.Code(label.Name)}.");
        writer.Doc("param name=\"Score\"", $"The predicted {Xml.Code(label.Name)}{unit}.");
        if (types.Shape.Interval is not { } share)
        {
            writer.Generated().Line("public readonly record struct Prediction(float Score);");
            return;
        }
        var percent = FormattableString.Invariant($"{100 * share:G6} %");
        writer.Doc("param name=\"Low\"", $"The lower end of the interval in which {percent} of values lie{unit}; at most <paramref name=\"Score\"/>.");
        writer.Doc("param name=\"High\"", $"The upper end of the interval in which {percent} of values lie{unit}; at least <paramref name=\"Score\"/>.");
        writer.Generated().Line("public readonly record struct Prediction(float Score, float Low, float High);");
    }
}
