using System.Text.Json;
using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Says what models are and how they are. Why one is not well is for the log: it has paths of the server.</summary>
static class ModelJson
{
    public static Task WriteAllAsync(HttpContext context, IEnumerable<CurrentModel> models) => Json.WriteAsync(context, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("models");
        foreach (var model in models)
            Write(writer, model);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static Task WriteAsync(HttpContext context, CurrentModel model) => Json.WriteAsync(context, writer => Write(writer, model));

    static void Write(Utf8JsonWriter writer, CurrentModel model)
    {
        var status = model.Status;
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        writer.WriteString("state", Word(status.State));
        writer.WriteString("since", status.Since);
        if (status.LoadedAt is { } loadedAt)
            writer.WriteString("loadedAt", loadedAt);
        if (status.Served is { } served)
            Write(writer, served.Info);
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, ModelInfo info)
    {
        writer.WriteString("version", info.Version);
        writer.WriteString("task", info.Task.ToString());
        writer.WriteString("label", info.Label);
        writer.WriteString("dataset", info.Dataset);
        writer.WriteStartObject("rows");
        writer.WriteNumber("training", info.TrainingRows);
        writer.WriteNumber("heldOut", info.HeldOutRows);
        writer.WriteEndObject();
        writer.WriteStartObject("metrics");
        foreach (var (metric, value) in info.Metrics)
            writer.WriteNumber(metric.ToString(), value);
        writer.WriteEndObject();
    }

    static string Word(ModelState state) => state switch { ModelState.Serving => "serving", ModelState.Degraded => "degraded", _ => "unavailable" };
}
