using System.Net;
using Kiln.Extensions.DependencyInjection;
using Kiln.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Penguins;

namespace Kiln.AspNetCore.Tests;

/// <summary>Models of a service that are watched.</summary>
public sealed class MonitorTests
{
    [Fact]
    public async Task Each_version_has_windows_of_its_own_and_all_rows_are_in_them()
    {
        using var folder = new PenguinFolder("1.0.0", 1);
        var windows = Path.Combine(folder.Path, "windows");
        await using (var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options =>
        {
            options.Directory = folder.Path;
            options.Reload = true;
            options.ReloadInterval = TimeSpan.FromHours(1);
            options.Monitor = new() { Directory = windows };
        })))
        {
            for (var row = 0; row < 5; row++)
                (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).EnsureSuccessStatusCode();
            Assert.Equal(5, (await service.GetAsync("models/PenguinModel/monitor")).GetProperty("rows").GetInt64());
            folder.Put("2.0.0", -1);
            service.Services.GetRequiredService<CurrentModel<PenguinModel>>().Refresh();
            for (var row = 0; row < 3; row++)
                (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).EnsureSuccessStatusCode();
        }

        var written = Directory.GetFiles(windows, "*.window.json").Select(file => ModelWindow.Parse(File.ReadAllText(file))).OrderBy(window => window.Version, StringComparer.Ordinal);

        Assert.Equal([("1.0.0", 5), ("2.0.0", 3)], written.Select(window => (window.Version, window.Rows)));
        Assert.Equal(2, Directory.GetFiles(windows, "*.model.json").Length);
    }

    [Fact]
    public async Task A_model_that_is_not_watched_says_so()
    {
        await using var service = await TestService.PenguinsAsync();
        using var answer = await service.Client.GetAsync("models/PenguinModel/monitor", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("its options have no Monitor", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Loaded at the same moment into the same folder, and not one takes the place of the other.</summary>
    [Fact]
    public void Champion_and_challenger_are_counted_apart()
    {
        using var folder = new PenguinFolder();
        var options = new ModelOptions { Directory = folder.Path, Monitor = new() { Directory = Path.Combine(folder.Path, "windows"), Time = new OneMoment() } };
        PenguinModel[] models = [PenguinModel.Load(options), PenguinModel.Load(options), PenguinModel.Load(options)];
        foreach (var model in models)
            model.Predict(Rows.GentooInput);
        foreach (var model in models)
            model.Monitor!.Dispose();

        Assert.Equal(3, Directory.GetFiles(options.Monitor.Directory!, "*.window.json").Sum(file => ModelWindow.Parse(File.ReadAllText(file)).Rows));
    }

    [Theory]
    [InlineData("Every", "00:00:00.5", "a time of at least a second, such as 01:00:00")]
    [InlineData("Every", "soon", "a time of at least a second, such as 01:00:00")]
    [InlineData("RowsPerSecond", "0", "a whole number from 1 on")]
    public void Configuration_says_how_and_what_is_wrong_with_it_is_named(string name, string value, string expected)
    {
        CurrentModel<PenguinModel> Model(params (string Name, string Value)[] settings)
        {
            var section = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Penguins:Monitor:" + setting.Name, (string?)setting.Value))).Build().GetSection("Penguins");
            return new ServiceCollection().AddKilnModel<PenguinModel>(section).BuildServiceProvider().GetRequiredService<CurrentModel<PenguinModel>>();
        }

        using (var model = Model(("Every", "00:00:05"), ("RowsPerSecond", "7")))
            Assert.NotNull(model.Value.Monitor);
        var wrong = Assert.Throws<InvalidOperationException>(() => Model((name, value)));
        Assert.Contains($"The setting 'Penguins:Monitor:{name}' of the model PenguinModel is '{value}', and has to be {expected}.", wrong.Message);
    }

    sealed class OneMoment : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
