using System.Text.Json;
using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kiln.AspNetCore.OpenApi;

/// <summary>The OpenAPI 3.1 document of the models that are loaded: what each reads and answers.</summary>
static class OpenApiDocument
{
    const string FileName = "/openapi.json";

    public static Task WriteAsync(HttpContext context, IEnumerable<CurrentModel> models)
    {
        // Where it was asked for, the models are: whatever the application is mapped to.
        var path = (context.Request.PathBase + context.Request.Path).Value!;
        var prefix = path[..^FileName.Length];
        var title = context.RequestServices.GetService<IHostEnvironment>()?.ApplicationName ?? "Models";
        var served = models.Select(model => (model.Name, model.Status.Served)).Where(model => model.Served is not null).Select(model => (model.Name, model.Served!)).ToList();
        return Json.WriteAsync(context, writer => Write(writer, title, prefix, served));
    }

    static void Write(Utf8JsonWriter writer, string title, string prefix, IReadOnlyList<(string Name, IServedModel Model)> models)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        writer.WriteStartObject("info");
        writer.WriteString("title", title);
        // That of the interface: models have their own, and change it while this is the same.
        writer.WriteString("version", "1");
        writer.WriteEndObject();
        writer.WriteStartObject("paths");
        foreach (var (name, model) in models)
            Operation.Write(writer, $"{prefix}/{Uri.EscapeDataString(name)}", name, model);
        writer.WriteEndObject();
        writer.WriteStartObject("components");
        writer.WriteStartObject("schemas");
        foreach (var (name, model) in models)
        {
            Schema(writer, Operation.Component(name, "Input"), model, InputSchema.Write);
            Schema(writer, Operation.Component(name, "Prediction"), model, AnswerSchema.Write);
        }
        ProblemSchema.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void Schema(Utf8JsonWriter writer, string name, IServedModel model, Action<Utf8JsonWriter, IServedModel> write)
    {
        writer.WriteStartObject(name);
        write(writer, model);
        writer.WriteEndObject();
    }
}
