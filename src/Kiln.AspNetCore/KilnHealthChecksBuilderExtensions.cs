using Kiln.AspNetCore;
using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds models to the health checks of an application.</summary>
public static class KilnHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of a model that was added to the services: healthy when it serves what its files are, degraded when these are others and
    /// cannot be loaded, and unhealthy when none is loaded.
    /// </summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="key">The model's key; null for the one without.</param>
    /// <param name="name">The check's name; where nothing is said, the class's, with a point and the key behind it where there is one.</param>
    /// <param name="failureStatus">What is reported when none is loaded; unhealthy where nothing is said.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    public static IHealthChecksBuilder AddKilnModel<TModel>(
        this IHealthChecksBuilder builder, string? key = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TModel : class, ILoadable<TModel>
    {
        ArgumentNullException.ThrowIfNull(builder);
        name ??= key is null ? typeof(TModel).Name : $"{typeof(TModel).Name}.{key}";
        return builder.Add(new(
            name,
            services => new ModelHealth(key is null ? services.GetRequiredService<CurrentModel<TModel>>() : services.GetRequiredKeyedService<CurrentModel<TModel>>(key)),
            failureStatus,
            tags));
    }
}
