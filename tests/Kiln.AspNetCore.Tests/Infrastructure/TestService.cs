using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiln.AspNetCore.Tests.Infrastructure;

/// <summary>A web service on a free port of loopback, and what it logs of models.</summary>
sealed class TestService : IAsyncDisposable
{
    readonly WebApplication _app;

    TestService(WebApplication app, MemoryLog log)
    {
        (_app, Log) = (app, log);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new() { BaseAddress = new(addresses.Addresses.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public MemoryLog Log { get; }

    /// <param name="build">Adds to the builder.</param>
    /// <param name="map">Maps endpoints; the models where nothing is said.</param>
    public static async Task<TestService> StartAsync(Action<WebApplicationBuilder> build, Action<WebApplication>? map = null)
    {
        var log = new MemoryLog();
        // Scopes are checked, as on a developer's machine.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        build(builder);
        var app = builder.Build();
        if (map is null)
            app.MapKiln();
        else
            map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, log);
    }

    public static Task<TestService> PenguinsAsync(Action<WebApplication>? map = null) => StartAsync(builder => builder.Services.AddKilnModel<Penguins.PenguinModel>(), map);

    public Task<HttpResponseMessage> PostAsync(string address, string json, string type = "application/json") =>
        Client.PostAsync(address, new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue(type)), TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await ReadAsync(answer);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
