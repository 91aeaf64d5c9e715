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
        var isMulticlass = types.Shape.Task == TaskKind.MulticlassClassification;
        var (of, label, score) = isMulticlass ? ("the score of a class", $", {types.Enum} label", "(int)label") : (Score(types), "", "0");

        writer.Line().Summary($"Says what each column adds to {of}, beyond what is expected of a row of which nothing is known. Nothing is allocated.");
        writer.Doc("param name=\"input\"", "The row.");
        if (isMulticlass)
            writer.Doc("param name=\"label\"", "The class.");
        writer.Doc("param name=\"contributions\"", $"Receives the contributions in the order of <see cref=\"Input\"/>; {types.Shape.Features.Count} are enough.");
        writer.Doc("returns", "How many there are: fewer than columns where the model reads several together.");
        writer.Doc(Refused, RefusedWhy);
        writer.Doc("exception cref=\"global::System.ArgumentException\"", "There is no room for the contributions.");
        writer.Generated().Open($"public int Explain(in Input input{label}, global::System.Span<global::Kiln.Contribution> contributions)");
        PredictMethodWriter.Spread(writer, types);
        writer.Line(string.Format(Explain, Texts(types), score, "contributions") + ";");
        writer.Line("return __Explainer.Columns.Count;").Close();

        writer.Line().Summary($"Says what each column adds to {of}, the largest contribution first, and in words.");
        writer.Doc("param name=\"input\"", "The row.");
        if (isMulticlass)
            writer.Doc("param name=\"label\"", "The class.");
        writer.Doc(Refused, RefusedWhy);
        writer.Generated().Open($"public global::Kiln.Explanation Explain(in Input input{label})");
        PredictMethodWriter.Spread(writer, types);
        writer.Line("return " + string.Format(Explain, Texts(types), score, "__Shown(input)") + ";").Close();

        if (!isMulticlass)
            return;
        writer.Line().Summary("Says what each column adds to the score of the predicted class, the largest contribution first, and in words.");
        writer.Doc("param name=\"input\"", "The row.");
        writer.Doc(Refused, RefusedWhy);
        writer.Generated().Line("public global::Kiln.Explanation Explain(in Input input) => Explain(input, Predict(input).PredictedLabel);");
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
