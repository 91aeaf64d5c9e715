using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Answers JSON.</summary>
static class Json
{
    /// <summary>As ASP.NET Core writes it: what only HTML would mistake is written as it is.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    const string Type = "application/json; charset=utf-8";

    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write) => WriteAsync(context, Type, write);

    public static Task WriteAsync(HttpContext context, string type, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, Options))
            write(writer);
        return WriteAsync(context, type, body.WrittenMemory);
    }

    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body) => WriteAsync(context, Type, body);

    static Task WriteAsync(HttpContext context, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
