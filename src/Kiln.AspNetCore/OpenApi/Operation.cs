using System.Text.Json;
using Kiln.Serving;

namespace Kiln.AspNetCore.OpenApi;

/// <summary>What can be asked of a model: a prediction.</summary>
static class Operation
{
    static readonly (string Status, string Description)[] Refusals =
    [
        ("400", "The body is not JSON, or the contract does not allow the input."),
        ("413", "The body is too large to be a row."),
        ("415", "The body is not application/json."),
        ("503", "The model is not loaded."),
    ];

    /// <summary>A schema's name, of the characters that OpenAPI allows there.</summary>
    public static string Component(string model, string part) =>
        string.Concat(model.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_')) + "." + part;

    public static void Write(Utf8JsonWriter writer, string path, string name, IServedModel model)
    {
        writer.WriteStartObject(path);
        writer.WriteStartObject("post");
        writer.WriteString("operationId", "predict." + name);
        writer.WriteString("summary", Summary(model.Info));
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", true);
        Content(writer, "application/json", Component(name, "Input"));
        writer.WriteEndObject();
        writer.WriteStartObject("responses");
        writer.WriteStartObject("200");
        writer.WriteString("description", "The prediction.");
        Headers(writer);
        Content(writer, "application/json", Component(name, "Prediction"));
        writer.WriteEndObject();
        foreach (var (status, description) in Refusals)
        {
            writer.WriteStartObject(status);
            writer.WriteString("description", description);
            Content(writer, "application/problem+json", ProblemSchema.Name);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static string Summary(ModelInfo info) => info.Task switch
    {
        ModelTask.Clustering => $"Says which cluster a row of {info.Dataset} belongs to.",
        ModelTask.AnomalyDetection => $"Says how unusual a row of {info.Dataset} is.",
        ModelTask.Ranking => $"Says where a row of {info.Dataset} comes among others.",
        _ => $"Predicts {info.Label} of {info.Dataset}.",
    };

    static void Headers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("headers");
        writer.WriteStartObject(Prediction.VersionHeader);
        writer.WriteString("description", "The version of the model that predicted.");
        writer.WriteStartObject("schema");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void Content(Utf8JsonWriter writer, string type, string schema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(type);
        writer.WriteStartObject("schema");
        writer.WriteString("$ref", "#/components/schemas/" + schema);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
