using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Penguins;

namespace Kiln.AspNetCore.Tests;

/// <summary>Read over HTTP, by the exporter that operators have.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task What_models_count_is_scraped_without_a_value_of_a_row()
    {
        using var folder = new PenguinFolder("7.1.0");
        var model = PenguinModel.Load(new ModelOptions { Directory = folder.Path, Monitor = new() });
        using var monitor = model.Monitor!;
        for (var row = 0; row < 120; row++)
            model.Predict(Rows.GentooInput with { Island = "Atlantis" });
        var port = FreePort();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter("Kiln")
            .AddPrometheusHttpListener(options => (options.Host, options.Port) = ("localhost", port)).Build();
        using var client = new HttpClient();

        var scraped = await client.GetStringAsync($"http://localhost:{port}/metrics", TestContext.Current.CancellationToken);

        double Value(string name, string column) => double.Parse(
            Assert.Single(Regex.Matches(scraped, $@"^{name}\{{(?=[^}}]*version=""7\.1\.0"")(?=[^}}]*{column})[^}}]*\}} (\S+)", RegexOptions.Multiline)).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(120, Value("kiln_predictions_total", "model=\"PenguinModel\""));
        Assert.Equal(0, Value("kiln_input_missing", "column=\"island\""));
        Assert.InRange(Value("kiln_drift", "column=\"island\""), 5, 30);
        Assert.DoesNotContain("Atlantis", scraped);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
