using System.Diagnostics.CodeAnalysis;
using Kiln.AspNetCore;
using Kiln.AspNetCore.OpenApi;
using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the application's models to addresses.</summary>
public static class KilnEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps all models of the application: a list of them, what each is and how it is, their OpenAPI document, and predictions.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where: the list is there, and <c>/{name}</c>, <c>/{name}/health</c>, <c>/{name}/monitor</c> and <c>/openapi.json</c> are below.</param>
    /// <returns>What holds for all of it: <c>.RequireAuthorization()</c>.</returns>
    /// <exception cref="InvalidOperationException">Two models have one name, or no model was added.</exception>
    public static RouteGroupBuilder MapKiln(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/models")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var models = new ServedModels(endpoints.ServiceProvider.GetServices<CurrentModel>());
        var group = endpoints.MapGroup(prefix);
        group.MapGet("", (RequestDelegate)(context => ModelJson.WriteAllAsync(context, models.All)));
        group.MapGet("/openapi.json", (RequestDelegate)(context => OpenApiDocument.WriteAsync(context, models.All)));
        group.MapGet("/{name}", models.Named(ModelJson.WriteAsync));
        group.MapPost("/{name}", models.Named(Prediction.WriteAsync));
        group.MapGet("/{name}/health", models.Named(ModelHealth.WriteAsync));
        group.MapGet("/{name}/monitor", models.Named(MonitorJson.WriteAsync));
        // They have a document of their own, which knows what a model reads.
        group.ExcludeFromDescription();
        return group;
    }
}
