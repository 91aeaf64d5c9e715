using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Answers JSON.</summary>
static class Json
{
    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
            write(writer);
        return WriteAsync(context, body.WrittenMemory);
    }

    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
