using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kiln.AspNetCore;

/// <summary>What is wrong, as the answer of an endpoint.</summary>
sealed class ProblemResult(ProblemDetails problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.WriteAsync(httpContext, problem);
}
