using System.Buffers;
using System.Text.Json;
using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Answers a row with a prediction, and with the version of the model that made it.</summary>
static class Prediction
{
    public const string VersionHeader = "Kiln-Model-Version";

    public static async Task WriteAsync(HttpContext context, CurrentModel model)
    {
        // One model answers the whole request, whatever is loaded meanwhile.
        var status = model.Status;
        if (status.Served is not { } served)
        {
            await (status.State == ModelState.Unavailable
                ? Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The model is not loaded.")
                : Problem.WriteAsync(context, StatusCodes.Status404NotFound, "The model does not answer JSON.")).ConfigureAwait(false);
            return;
        }
        var (json, code, why) = await RequestJson.ReadAsync(context.Request).ConfigureAwait(false);
        if (json is null)
        {
            await Problem.WriteAsync(context, code, why).ConfigureAwait(false);
            return;
        }
        using var _ = json;
        await AnswerAsync(context, served, new(json.RootElement, served.Schema)).ConfigureAwait(false);
    }

    static async Task AnswerAsync(HttpContext context, IServedModel model, JsonRow row)
    {
        var answer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(answer, Json.Options))
            if (!model.TryAnswer(row, writer))
            {
                await Problem.WriteAsync(context, row.Errors).ConfigureAwait(false);
                return;
            }
        context.Response.Headers[VersionHeader] = model.Info.Version;
        await Json.WriteAsync(context, answer.WrittenMemory).ConfigureAwait(false);
    }
}
