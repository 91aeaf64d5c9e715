using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Shows what a model has counted since its last window was closed: the same JSON as in a window's file.</summary>
static class MonitorJson
{
    public static Task WriteAsync(HttpContext context, CurrentModel model)
    {
        if (model.Status.Served?.Monitor is not { } monitor)
            return Problem.WriteAsync(context, StatusCodes.Status404NotFound, "The model counts nothing: its options have no Monitor.");
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(monitor.Current.ToJson(), context.RequestAborted);
    }
}
