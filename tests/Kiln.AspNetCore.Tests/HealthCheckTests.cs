using Kiln.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Penguins;

namespace Kiln.AspNetCore.Tests;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task A_model_is_healthy_degraded_or_unhealthy()
    {
        using var folder = new PenguinFolder("1.0.0", 1);
        using var empty = new PenguinFolder();
        File.Delete(empty.Manifest);
        var services = new ServiceCollection().AddLogging();
        services.AddKilnModel<PenguinModel>(options => options.Directory = folder.Path).AddKilnModel<PenguinModel>("next", options => options.Directory = empty.Path);
        services.AddHealthChecks().AddKilnModel<PenguinModel>(tags: ["ready"]).AddKilnModel<PenguinModel>("next");
        await using var provider = services.BuildServiceProvider();
        var checks = provider.GetRequiredService<HealthCheckService>();

        var report = await checks.CheckHealthAsync(TestContext.Current.CancellationToken);
        File.Delete(folder.Onnx);
        provider.GetRequiredService<CurrentModel<PenguinModel>>().Refresh();
        var later = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, "1.0.0"), (report.Entries["PenguinModel"].Status, report.Entries["PenguinModel"].Data["version"]));
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["PenguinModel.next"].Status);
        Assert.Contains(empty.Manifest, report.Entries["PenguinModel.next"].Description);
        Assert.Equal(HealthStatus.Degraded, Assert.Single(later.Entries).Value.Status);
    }
}
