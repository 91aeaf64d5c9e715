using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Kiln.AspNetCore;

/// <summary>
/// Writes problem details member by member, as ASP.NET Core would: its own results ask for type information that a native application has only
/// after AddProblemDetails.
/// </summary>
static class ProblemJson
{
    public static Task WriteAsync(HttpContext context, ProblemDetails problem) => Json.WriteAsync(context, "application/problem+json", writer =>
    {
        var status = problem.Status!.Value;
        writer.WriteStartObject();
        writer.WriteString("type", problem.Type ?? TypeOf(status));
        writer.WriteString("title", problem.Title ?? ReasonPhrases.GetReasonPhrase(status));
        writer.WriteNumber("status", status);
        if (problem.Detail is not null)
            writer.WriteString("detail", problem.Detail);
        if (problem is HttpValidationProblemDetails validation)
            Write(writer, validation.Errors);
        writer.WriteEndObject();
    });

    static void Write(Utf8JsonWriter writer, IDictionary<string, string[]> errors)
    {
        writer.WriteStartObject("errors");
        foreach (var (column, messages) in errors)
        {
            writer.WriteStartArray(column);
            foreach (var message in messages)
                writer.WriteStringValue(message);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    /// <summary>Where RFC 9110 says what the status means.</summary>
    static string TypeOf(int status) => "https://tools.ietf.org/html/rfc9110#section-" + status switch
    {
        StatusCodes.Status404NotFound => "15.5.5",
        StatusCodes.Status413PayloadTooLarge => "15.5.14",
        StatusCodes.Status415UnsupportedMediaType => "15.5.16",
        StatusCodes.Status503ServiceUnavailable => "15.6.4",
        _ => "15.5.1",
    };
}
