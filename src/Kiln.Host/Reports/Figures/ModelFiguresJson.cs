using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;

namespace Kiln.Host.Reports.Figures;

/// <summary>How figures are kept, under a seal over all of them, over the model they were measured of, and over the columns whose values they must not hold.</summary>
static class ModelFiguresJson
{
    const int Format = 1;

    public static string Write(ModelFigures figures, string onnxHash, DataContract contract)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, figures);
        json.Name("seal").Value(Seal(figures, onnxHash, contract));
        return json.End().ToString();
    }

    /// <exception cref="FormatException">It is not what was written, or of another model.</exception>
    /// <exception cref="JsonFormatException">Not JSON, or not this format.</exception>
    public static ModelFigures Read(string text, string onnxHash, DataContract contract)
    {
        var root = JsonReader.Read(text);
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        var figures = new ModelFigures(
            root.Required("rows").AsInteger(), root.Required("weighted").AsBoolean(), [.. root.Required("figures").AsArray().Select(ReadFigure)]);
        return root.Required("seal").AsString() == Seal(figures, onnxHash, contract) ? figures : throw new FormatException("it is not as it was written");
    }

    static void WriteFacts(JsonWriter json, ModelFigures figures)
    {
        json.Name("format").Value(Format);
        json.Name("rows").Value(figures.Rows);
        json.Name("weighted").Value(figures.AreWeighted);
        json.Name("figures").Array();
        foreach (var figure in figures.Figures)
        {
            json.Object();
            json.Name("kind").Value(figure.Kind.ToString());
            json.Name("subject").Value(figure.Subject);
            json.Name("columns").Strings(figure.Columns);
            json.Name("rows").Array();
            foreach (var row in figure.Rows)
            {
                json.Array(oneLine: true).Value(row.Name);
                foreach (var value in row.Values)
                    json.Value(value);
                json.End();
            }
            json.End().End();
        }
        json.End();
    }

    static Figure ReadFigure(JsonValue figure)
    {
        var kind = figure.Required("kind");
        return new(
            Enum.TryParse<FigureKind>(kind.AsString(), out var known) ? known : throw kind.Error("another kind"),
            figure.Required("subject").AsString(),
            figure.Required("columns").AsStrings(),
            [.. figure.Required("rows").AsArray().Select(ReadRow)]);
    }

    static FigureRow ReadRow(JsonValue row) => new(
        row.AsArray().Count > 0 ? row.Items[0].AsString() : throw row.Error("a name is missing"),
        [.. row.Items.Skip(1).Select(value => value.Kind == JsonKind.Null ? double.NaN : value.AsDouble())]);

    static string Seal(ModelFigures figures, string onnxHash, DataContract contract)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, figures);
        return new Fingerprint().Add("figures 1").Add(onnxHash).Add(contract.Classified).Add(json.End().ToString()).ToString();
    }
}
