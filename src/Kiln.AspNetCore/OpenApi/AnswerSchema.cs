using System.Text.Json;
using Kiln.Serving;

namespace Kiln.AspNetCore.OpenApi;

/// <summary>The JSON Schema of a model's answer, which follows from its task.</summary>
static class AnswerSchema
{
    public static void Write(Utf8JsonWriter writer, IServedModel model)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var write in Members(model))
            write(writer);
        writer.WriteEndObject();
    }

    static IEnumerable<Action<Utf8JsonWriter>> Members(IServedModel model) => model.Info.Task switch
    {
        ModelTask.BinaryClassification => [Label(model), Share("probability", "How likely the positive value is."), Number("score", "The raw score.")],
        ModelTask.MulticlassClassification => [Label(model), Share("probability", "How likely the predicted class is."), Probabilities(model)],
        ModelTask.Clustering => [Cluster, Number("distance", "The squared distance from the cluster's centre.")],
        ModelTask.AnomalyDetection => [writer => Member(writer, "isAnomaly", "boolean", "Whether the row is unusual."), Share("score", "How unusual the row is.")],
        ModelTask.Ranking => [Number("score", "What rows are put in order by, highest first.")],
        _ when model.Info.Interval is not null =>
            [Number("score", $"The predicted {model.Info.Label}."), Number("low", "The lower end of its interval."), Number("high", "The upper end of its interval.")],
        _ => [Number("score", $"The predicted {model.Info.Label}.")],
    };

    static Action<Utf8JsonWriter> Label(IServedModel model) => writer =>
    {
        writer.WriteStartObject("predictedLabel");
        writer.WriteString("type", model.Schema.Classes.Count > 0 ? "string" : "boolean");
        writer.WriteString("description", $"The predicted {model.Info.Label}.");
        if (model.Schema.Classes.Count > 0)
        {
            writer.WriteStartArray("enum");
            foreach (var name in model.Schema.Classes)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    };

    static Action<Utf8JsonWriter> Probabilities(IServedModel model) => writer =>
    {
        writer.WriteStartObject("probabilities");
        writer.WriteString("type", "object");
        writer.WriteString("description", "How likely each class is.");
        writer.WriteStartObject("properties");
        foreach (var name in model.Schema.Classes)
            Share(name, null)(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    };

    static void Cluster(Utf8JsonWriter writer) => Member(writer, "cluster", "integer", "The number of the nearest cluster, from 1.");

    static Action<Utf8JsonWriter> Number(string name, string description) => writer => Member(writer, name, "number", description);

    static Action<Utf8JsonWriter> Share(string name, string? description) => writer =>
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "number");
        writer.WriteNumber("minimum", 0);
        writer.WriteNumber("maximum", 1);
        if (description is not null)
            writer.WriteString("description", description);
        writer.WriteEndObject();
    };

    static void Member(Utf8JsonWriter writer, string name, string type, string description)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", type);
        writer.WriteString("description", description);
        writer.WriteEndObject();
    }
}
