using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Serving;

/// <summary>Projects that predict. ASP.NET's and the container's names stand in for packages that are none of the tests'.</summary>
static class Application
{
    const string Frameworks =
        """
        namespace Microsoft.AspNetCore.Mvc { public abstract class ControllerBase { } public abstract class Controller : ControllerBase { } }
        namespace Microsoft.AspNetCore.Builder
        {
            public class WebApplication { }
            public static class EndpointRouteBuilderExtensions { public static void MapPost(this WebApplication app, string pattern, System.Delegate handler) { } }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services) where T : class => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, T one) where T : class => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, System.Func<System.IServiceProvider, T> make) where T : class => services;
                public static IServiceCollection AddSingleton<T, TOf>(this IServiceCollection services) where TOf : class, T => services;
                public static IServiceCollection AddSingleton(this IServiceCollection services, System.Type service, System.Type of) => services;
                public static IServiceCollection AddScoped<T>(this IServiceCollection services) where T : class => services;
                public static IServiceCollection AddPredictionEnginePool<TData, TPrediction>(this IServiceCollection services) => services;
            }
        }
        """;

    /// <summary>A project with these types, beside an input, a prediction and a <c>Maker</c> of engines.</summary>
    public static TestProject Project(string types) => new TestProject { UsesMachineLearning = true }
        .Source(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.ML;
            public sealed class In { public float X { get; set; } }
            public sealed class Out { public float Score { get; set; } }
            static class Maker { public static PredictionEngine<In, Out> Make(MLContext ml, ITransformer model) => ml.Model.CreatePredictionEngine<In, Out>(model); }
            {{types}}
            """)
        .Source(Frameworks, "/project/Frameworks.cs");
}
