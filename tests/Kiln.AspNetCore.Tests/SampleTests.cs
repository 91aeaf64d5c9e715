using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kiln.AspNetCore.Tests;

/// <summary>The sample is a service of its own, started as one.</summary>
public sealed partial class SampleTests
{
    [Fact]
    public async Task The_sample_serves_two_models()
    {
        using var service = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Service.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory })!;
        try
        {
            using var client = new HttpClient { BaseAddress = new(await AddressAsync(service)) };
            foreach (var path in new[] { "health", "models/PenguinModel/health", "models/flights/health" })
                Assert.Equal("Healthy", await client.GetStringAsync(path, TestContext.Current.CancellationToken));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Its_service_has_eight_lines_of_Kiln_at_most()
    {
        var lines = Testing.Repository.Read("samples", "Service", "Program.cs").Split('\n').Where(line => OfKiln().IsMatch(line)).ToList();

        Assert.InRange(lines.Count, 1, 8);
    }

    [GeneratedRegex("Kiln|Penguin|Flight")]
    private static partial Regex OfKiln();

    static async Task<string> AddressAsync(Process service)
    {
        while (await service.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var start)
                return line[start..].Trim();
        throw new InvalidOperationException($"The service ended with {service.ExitCode}.");
    }
}
