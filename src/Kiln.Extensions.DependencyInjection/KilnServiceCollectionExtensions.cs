using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds models to the services of an application.</summary>
public static class KilnServiceCollectionExtensions
{
    /// <summary>
    /// Adds a model. The class itself is injected as the model that is current when a scope, such as a request, first asks for it;
    /// <see cref="CurrentModel{TModel}"/> for what lives longer.
    /// </summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets how it is served.</param>
    /// <exception cref="ArgumentException">The class is disposable: one model is shared by all requests, which would dispose it.</exception>
    public static IServiceCollection AddKilnModel<TModel>(this IServiceCollection services, Action<KilnModelOptions<TModel>>? configure = null)
        where TModel : class, ILoadable<TModel> => Add(services, null, null, configure);

    /// <summary>Adds a model whose options stand in configuration; a change there is one of the model, too.</summary>
    /// <inheritdoc cref="AddKilnModel{TModel}(IServiceCollection, Action{KilnModelOptions{TModel}})"/>
    /// <param name="configuration">The section with <c>Directory</c>, <c>Name</c>, <c>OnViolation</c>, <c>Reload</c>, <c>ReloadInterval</c>, <c>Monitor</c>.</param>
    public static IServiceCollection AddKilnModel<TModel>(
        this IServiceCollection services, IConfiguration configuration, Action<KilnModelOptions<TModel>>? configure = null)
        where TModel : class, ILoadable<TModel>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, null, configuration, configure);
    }

    /// <summary>Adds a model with a key, for classes of which several models are served, such as a champion and a challenger: <c>[FromKeyedServices("challenger")]</c>.</summary>
    /// <inheritdoc cref="AddKilnModel{TModel}(IServiceCollection, Action{KilnModelOptions{TModel}})"/>
    /// <param name="key">The key, and the name of its options.</param>
    public static IServiceCollection AddKilnModel<TModel>(this IServiceCollection services, string key, Action<KilnModelOptions<TModel>>? configure = null)
        where TModel : class, ILoadable<TModel>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Add(services, key, null, configure);
    }

    /// <summary>Adds a model with a key whose options stand in configuration.</summary>
    /// <inheritdoc cref="AddKilnModel{TModel}(IServiceCollection, string, Action{KilnModelOptions{TModel}})"/>
    /// <param name="configuration">The section with <c>Directory</c>, <c>Name</c>, <c>OnViolation</c>, <c>Reload</c>, <c>ReloadInterval</c>, <c>Monitor</c>.</param>
    public static IServiceCollection AddKilnModel<TModel>(
        this IServiceCollection services, string key, IConfiguration configuration, Action<KilnModelOptions<TModel>>? configure = null)
        where TModel : class, ILoadable<TModel>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, key, configuration, configure);
    }

    static IServiceCollection Add<TModel>(IServiceCollection services, string? key, IConfiguration? section, Action<KilnModelOptions<TModel>>? configure)
        where TModel : class, ILoadable<TModel>
    {
        ArgumentNullException.ThrowIfNull(services);
        if (typeof(IDisposable).IsAssignableFrom(typeof(TModel)) || typeof(IAsyncDisposable).IsAssignableFrom(typeof(TModel)))
            throw new ArgumentException($"{typeof(TModel)} is disposable: the end of the first request would dispose the model of all others. A loaded model holds nothing that has to be let go.");

        var name = key ?? Options.Options.DefaultName;
        var options = services.AddOptions<KilnModelOptions<TModel>>(name);
        if (section is not null)
        {
            var bound = new ConfigureFromSection<TModel>(name, section);
            services.AddSingleton<IConfigureOptions<KilnModelOptions<TModel>>>(bound);
            services.AddSingleton<IOptionsChangeTokenSource<KilnModelOptions<TModel>>>(bound);
        }
        if (configure is not null)
            options.Configure(configure);
        // Said twice, it is one model with the options of both.
        if (services.Any(service => service.ServiceType == typeof(CurrentModel<TModel>) && Equals(service.ServiceKey, key)))
            return services;

        if (key is null)
        {
            services.AddSingleton(provider => Create<TModel>(provider, null));
            services.AddScoped(provider => provider.GetRequiredService<CurrentModel<TModel>>().Value);
            services.AddSingleton<CurrentModel>(provider => provider.GetRequiredService<CurrentModel<TModel>>());
        }
        else
        {
            services.AddKeyedSingleton(key, (provider, _) => Create<TModel>(provider, key));
            services.AddKeyedScoped(key, (provider, _) => provider.GetRequiredKeyedService<CurrentModel<TModel>>(key).Value);
            services.AddSingleton<CurrentModel>(provider => provider.GetRequiredKeyedService<CurrentModel<TModel>>(key));
        }
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ModelReloading>());
        return services;
    }

    static CurrentModel<TModel> Create<TModel>(IServiceProvider provider, string? key)
        where TModel : class, ILoadable<TModel> => new(
            provider.GetRequiredService<IOptionsMonitor<KilnModelOptions<TModel>>>(),
            key,
            // Without logging nothing is logged.
            provider.GetService<ILoggerFactory>()?.CreateLogger("Kiln.Models") ?? Logging.Abstractions.NullLogger.Instance,
            provider.GetService<TimeProvider>() ?? TimeProvider.System);
}
