using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kiln.AspNetCore;

/// <summary>A model's health, as ASP.NET Core's own health checks have it.</summary>
sealed class ModelHealth(CurrentModel model) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = model.Status;
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["since"] = status.Since };
        if (status.Served is { } served)
            data["version"] = served.Info.Version;
        return Task.FromResult(new HealthCheckResult(
            status.State == ModelState.Unavailable ? context.Registration.FailureStatus : Of(status.State), status.Reason, data: data));
    }

    /// <summary>Answers a probe: a model that goes on as it was is no reason to end the application.</summary>
    public static Task WriteAsync(HttpContext context, CurrentModel model)
    {
        var health = Of(model.Status.State);
        context.Response.StatusCode = health == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store, no-cache";
        return context.Response.WriteAsync(health.ToString(), context.RequestAborted);
    }

    static HealthStatus Of(ModelState state) => state switch
    {
        ModelState.Serving => HealthStatus.Healthy,
        ModelState.Degraded => HealthStatus.Degraded,
        _ => HealthStatus.Unhealthy,
    };
}
