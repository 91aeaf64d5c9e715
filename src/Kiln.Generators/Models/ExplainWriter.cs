using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes why: what each column adds to a row's score.</summary>
static class ExplainWriter
{
    const string Refused = "exception cref=\"global::System.NotSupportedException\"";
    const string RefusedWhy = "The model cannot say why (<see cref=\"global::Kiln.ModelInfo.CanExplain\"/>); the build has said so (KILN4016).";
    const string Explain = "__Explainer.Explain(numbers, {0}, {1}, {2})";

    public static void Write(SourceWriter writer, ModelTypes types)
    {
        var (of, type, argument, about, score) = types.Shape.Task switch
        {
            TaskKind.MulticlassClassification => ("the score of a class", types.Enum, "label", "The class.", "(int)label"),
            TaskKind.Clustering => ("how near the row is to a cluster", "uint", "cluster", "The cluster's number, from 1.", "(int)cluster - 1"),
            _ => (Score(types), "", "", "", "0"),
        };
        var parameter = argument.Length > 0 ? $", {type} {argument}" : "";

        writer.Line().Summary($"Says what each column adds to {of}, beyond what is expected of a row of which nothing is known. Nothing is allocated.");
        writer.Doc("param name=\"input\"", "The row.");
        if (argument.Length > 0)
            writer.Doc($"param name=\"{argument}\"", about);
        writer.Doc("param name=\"contributions\"", $"Receives the contributions in the order of <see cref=\"Input\"/>; {types.Shape.Features.Count} are enough.");
        writer.Doc("returns", "How many there are: fewer than columns where the model reads several together.");
        writer.Doc(Refused, RefusedWhy);
        writer.Doc("exception cref=\"global::System.ArgumentException\"", "There is no room for the contributions.");
        writer.Generated().Open($"public int Explain(in Input input{parameter}, global::System.Span<global::Kiln.Contribution> contributions)");
        Guard(writer, types);
        PredictMethodWriter.Spread(writer, types);
        writer.Line(string.Format(Explain, Texts(types), score, "contributions") + ";");
        writer.Line("return __Explainer.Columns.Count;").Close();

        writer.Line().Summary($"Says what each column adds to {of}, the largest contribution first, and in words.");
        writer.Doc("param name=\"input\"", "The row.");
        if (argument.Length > 0)
            writer.Doc($"param name=\"{argument}\"", about);
        writer.Doc(Refused, RefusedWhy);
        writer.Generated().Open($"public global::Kiln.Explanation Explain(in Input input{parameter})");
        Guard(writer, types);
        PredictMethodWriter.Spread(writer, types);
        writer.Line("return " + string.Format(Explain, Texts(types), score, "__Shown(input)") + ";").Close();

        if (argument.Length == 0)
            return;
        var (predicted, member) = types.Shape.Task == TaskKind.Clustering ? ("how near the row is to its cluster", "Cluster") : ("the score of the predicted class", "PredictedLabel");
        writer.Line().Summary($"Says what each column adds to {predicted}, the largest contribution first, and in words.");
        writer.Doc("param name=\"input\"", "The row.");
        writer.Doc(Refused, RefusedWhy);
        writer.Generated().Line($"public global::Kiln.Explanation Explain(in Input input) => Explain(input, Predict(input).{member});");
    }

    /// <summary>What explaining needs beside.</summary>
    public static void Expectations(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Line("global::Kiln.Explainer? __explainer;");
        writer.Line().Generated().Line("global::Kiln.Explainer __Explainer => __explainer ??= __predictor.CreateExplainer(__InputColumns);");
        LoadWriter.Names(writer, "__InputColumns", types.Numbers.Concat(types.Texts).Select(input => input.Column.Name));
        writer.Line().Generated();
        writer.Open("static global::System.Collections.Generic.Dictionary<string, string> __Shown(in Input input) => new global::System.Collections.Generic.Dictionary<string, string>");
        // Explanations are shown and logged: what is personal is named, and its value is left out.
        foreach (var column in types.Shape.Features.Where(column => column.Classification is null))
            writer.Line($"[{Literal.Format(column.Name)}] = global::Kiln.CompilerServices.ShownValue.Format(input.{types.InputNames[column]}, {Unit(column)}),");
        writer.Close(";");
    }

    /// <summary>Clusters are numbers, of which there are more than clusters.</summary>
    static void Guard(SourceWriter writer, ModelTypes types)
    {
        if (types.Shape.Task != TaskKind.Clustering)
            return;
        writer.Line($"if (cluster is < 1 or > {types.Shape.ScoreCount})");
        writer.Line($"    throw new global::System.ArgumentOutOfRangeException(nameof(cluster), cluster, \"The clusters are 1 to {types.Shape.ScoreCount}.\");");
    }

    static string Score(ModelTypes types) => types.Shape.Task switch
    {
        TaskKind.BinaryClassification => $"the raw score of {Xml.Code(types.Shape.Positive!)}",
        TaskKind.Ranking => "the score",
        TaskKind.AnomalyDetection => "the logarithm of the score",
        _ => $"the predicted {Xml.Code(types.Shape.Label.Name)}",
    };

    static string Texts(ModelTypes types) => types.Texts.Count > 0 ? "texts" : "default";

    static string Unit(Column column) => string.IsNullOrWhiteSpace(column.Unit) ? "null" : Literal.Format(column.Unit!);
}
