using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Reads the JSON of a request, or says what is wrong with it.</summary>
static class RequestJson
{
    /// <summary>A row has one value a column; the longest are texts.</summary>
    public const int LongestBody = 1 << 20;

    static readonly (JsonDocument?, int, string) TooLarge =
        (null, StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"The body has more than {LongestBody} bytes, which is no row."));

    /// <returns>The document, or the status to answer and why.</returns>
    public static async Task<(JsonDocument? Json, int Status, string Why)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return (null, StatusCodes.Status415UnsupportedMediaType, "The body has to be application/json.");
        if (request.ContentLength > LongestBody)
            return TooLarge;
        try
        {
            return await ReadBodyAsync(request).ConfigureAwait(false) is { } body ? (JsonDocument.Parse(body), StatusCodes.Status200OK, "") : TooLarge;
        }
        catch (JsonException e)
        {
            // Its message may have a part of the body, and the body may be personal.
            return (null, StatusCodes.Status400BadRequest,
                FormattableString.Invariant($"The body is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode, "The body cannot be read.");
        }
    }

    static async Task<byte[]?> ReadBodyAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            var isTooLong = read.Buffer.Length > LongestBody;
            if (!isTooLong && !read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var body = isTooLong ? null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return body;
        }
    }
}
