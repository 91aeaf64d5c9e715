#pragma warning disable CS1591

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection;

    public sealed class ServiceCollection : IServiceCollection;

    public static class ServiceCollectionServiceExtensions
    {
        public static IServiceCollection AddSingleton<TService>(this IServiceCollection services) where TService : class => services;

        public static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services)
            where TService : class where TImplementation : class, TService => services;

        public static IServiceCollection AddSingleton<TService>(this IServiceCollection services, TService instance) where TService : class => services;

        public static IServiceCollection AddSingleton<TService>(this IServiceCollection services, Func<IServiceProvider, TService> factory)
            where TService : class => services;

        public static IServiceCollection AddSingleton(this IServiceCollection services, Type serviceType) => services;

        public static IServiceCollection AddSingleton(this IServiceCollection services, Type serviceType, Type implementationType) => services;

        public static IServiceCollection AddScoped<TService>(this IServiceCollection services) where TService : class => services;

        public static IServiceCollection AddScoped<TService, TImplementation>(this IServiceCollection services)
            where TService : class where TImplementation : class, TService => services;

        public static IServiceCollection AddScoped<TService>(this IServiceCollection services, Func<IServiceProvider, TService> factory)
            where TService : class => services;

        public static IServiceCollection AddTransient<TService>(this IServiceCollection services) where TService : class => services;

        public static IServiceCollection AddTransient<TService, TImplementation>(this IServiceCollection services)
            where TService : class where TImplementation : class, TService => services;

        public static IServiceCollection AddTransient<TService>(this IServiceCollection services, Func<IServiceProvider, TService> factory)
            where TService : class => services;

        public static IServiceCollection AddHostedService<TService>(this IServiceCollection services)
            where TService : class, Microsoft.Extensions.Hosting.IHostedService => services;
    }

    public static class ServiceProviderServiceExtensions
    {
        public static T GetRequiredService<T>(this IServiceProvider provider) where T : notnull => (T)provider.GetService(typeof(T))!;

        public static IServiceProvider BuildServiceProvider(this IServiceCollection services) => throw new NotSupportedException();
    }
}

namespace Microsoft.Extensions.Hosting
{
    public interface IHostedService
    {
        Task StartAsync(CancellationToken cancellationToken);

        Task StopAsync(CancellationToken cancellationToken);
    }

    public abstract class BackgroundService : IHostedService
    {
        public virtual Task StartAsync(CancellationToken cancellationToken) => ExecuteAsync(cancellationToken);

        public virtual Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected abstract Task ExecuteAsync(CancellationToken stoppingToken);
    }
}

namespace Microsoft.Extensions.Logging
{
    public interface ILogger<out TCategory>;

    public static class LoggerExtensions
    {
        public static void LogInformation<T>(this ILogger<T> logger, string message, params object?[] args)
        {
        }

        public static void LogWarning<T>(this ILogger<T> logger, string message, params object?[] args)
        {
        }
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfiguration
    {
        string? this[string key] { get; set; }
    }
}

namespace Microsoft.Extensions.Options
{
    public interface IOptions<out TOptions> where TOptions : class
    {
        TOptions Value { get; }
    }
}
