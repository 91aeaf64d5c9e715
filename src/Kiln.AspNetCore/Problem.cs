using Kiln.Serving;
using Kiln.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Kiln.AspNetCore;

/// <summary>Answers what is wrong as <c>application/problem+json</c> (RFC 9457), in the way of the application where it has one.</summary>
static class Problem
{
    public static Task WriteAsync(HttpContext context, int status, string detail) => WriteAsync(context, new ProblemDetails { Status = status, Detail = detail });

    public static Task WriteAsync(HttpContext context, IEnumerable<RowError> errors) => WriteAsync(context, Validation(errors));

    /// <param name="errors">What is wrong, by column. No message has a value of a classified column.</param>
    public static HttpValidationProblemDetails Validation(IEnumerable<RowError> errors) => new(errors
        .GroupBy(error => error.Column, StringComparer.Ordinal)
        .ToDictionary(column => column.Key, column => column.Select(error => error.Message).ToArray(), StringComparer.Ordinal))
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "The model's contract does not allow this input.",
    };

    public static HttpValidationProblemDetails Validation(IEnumerable<Violation> violations) =>
        Validation(violations.Select(violation => new RowError(violation.Column, violation.Message)));

    public static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status!.Value;
        if (context.RequestServices.GetService<IProblemDetailsService>() is { } service
            && await service.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }).ConfigureAwait(false))
            return;
        await ProblemJson.WriteAsync(context, problem).ConfigureAwait(false);
    }
}
