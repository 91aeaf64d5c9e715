#pragma warning disable CS1591

namespace Microsoft.AspNetCore.Builder
{
    using Microsoft.Extensions.Configuration;
    using Microsoft.Extensions.DependencyInjection;

    public sealed class WebApplicationBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IConfiguration Configuration => throw new NotSupportedException();

        public WebApplication Build() => new();
    }

    public sealed class WebApplication
    {
        public static WebApplicationBuilder CreateBuilder(string[] args) => new();

        public IServiceProvider Services => throw new NotSupportedException();

        public void Run()
        {
        }
    }

    public static class EndpointRouteBuilderExtensions
    {
        public static WebApplication MapGet(this WebApplication app, string pattern, Delegate handler) => app;

        public static WebApplication MapPost(this WebApplication app, string pattern, Delegate handler) => app;

        public static WebApplication MapControllers(this WebApplication app) => app;
    }
}

namespace Microsoft.AspNetCore.Http
{
    public interface IResult;

    public static class Results
    {
        public static IResult Ok(object? value = null) => throw new NotSupportedException();

        public static IResult BadRequest(object? error = null) => throw new NotSupportedException();
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    public interface IActionResult;

    public class ActionResult : IActionResult;

    public class OkObjectResult : ActionResult;

    public class ActionResult<TValue>
    {
        public static implicit operator ActionResult<TValue>(TValue value) => new();

        public static implicit operator ActionResult<TValue>(ActionResult result) => new();
    }

    public abstract class ControllerBase
    {
        public OkObjectResult Ok(object? value) => new();

        public ActionResult BadRequest() => new();
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ApiControllerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class RouteAttribute(string template) : Attribute
    {
        public string Template { get; } = template;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpGetAttribute(string? template = null) : Attribute
    {
        public string? Template { get; } = template;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpPostAttribute(string? template = null) : Attribute
    {
        public string? Template { get; } = template;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class FromBodyAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class FromServicesAttribute : Attribute;
}
