using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Kiln.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Penguins;

namespace Kiln.AspNetCore.Tests;

public sealed class ServicesTests
{
    static readonly ServiceProviderOptions Checked = new() { ValidateScopes = true, ValidateOnBuild = true };

    [Fact]
    public void A_request_has_one_model_and_the_next_one_what_is_current_then()
    {
        using var folder = new PenguinFolder("1.0.0", 1);
        using var services = new ServiceCollection().AddKilnModel<PenguinModel>(options => options.Directory = folder.Path).BuildServiceProvider(Checked);
        using var first = services.CreateScope();
        var model = first.ServiceProvider.GetRequiredService<PenguinModel>();

        folder.Put("2.0.0", -1);
        services.GetRequiredService<CurrentModel<PenguinModel>>().Refresh();
        using var second = services.CreateScope();

        Assert.Same(model, first.ServiceProvider.GetRequiredService<PenguinModel>());
        Assert.Equal("1.0.0", model.Info.Version);
        Assert.Equal("2.0.0", second.ServiceProvider.GetRequiredService<PenguinModel>().Info.Version);
        Assert.Same(services.GetRequiredService<CurrentModel<PenguinModel>>().Value, second.ServiceProvider.GetRequiredService<PenguinModel>());
    }

    [Fact]
    public void A_singleton_that_would_keep_a_model_is_refused_and_one_that_asks_is_not()
    {
        var keeps = new ServiceCollection().AddKilnModel<PenguinModel>().AddSingleton<Keeps>();
        var asks = new ServiceCollection().AddKilnModel<PenguinModel>().AddSingleton<Asks>();

        Assert.Contains("scoped", Assert.Throws<AggregateException>(() => keeps.BuildServiceProvider(Checked)).Message);
        using var services = asks.BuildServiceProvider(Checked);
        Assert.Equal("PenguinModel", services.GetRequiredService<Asks>().Model.Value.Info.Name);
    }

    [Fact]
    public async Task Champion_and_challenger_answer_side_by_side()
    {
        using var champion = new PenguinFolder("1.0.0", 1);
        using var challenger = new PenguinFolder("2.0.0", -1);
        await using var service = await TestService.StartAsync(
            builder => builder.Services
                .AddKilnModel<PenguinModel>(options => options.Directory = champion.Path)
                .AddKilnModel<PenguinModel>("challenger", options => options.Directory = challenger.Path),
            app =>
            {
                app.MapKiln();
                app.MapGet("/versions", (PenguinModel one, [FromKeyedServices("challenger")] PenguinModel other) => new[] { one.Info.Version, other.Info.Version });
            });

        Assert.Equal("""["1.0.0","2.0.0"]""", await service.Client.GetStringAsync("versions", TestContext.Current.CancellationToken));
        Assert.Equal(
            ["PenguinModel", "PenguinModel.challenger"],
            (await service.GetAsync("models")).GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()!));
        using var answer = await service.PostAsync("models/PenguinModel.challenger", Rows.Gentoo);
        Assert.Equal("2.0.0", answer.Headers.GetValues("Kiln-Model-Version").Single());
    }

    [Fact]
    public void Options_come_from_configuration_and_change_with_it()
    {
        using var one = new PenguinFolder("1.0.0", 1);
        using var other = new PenguinFolder("2.0.0", -1);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Penguins:Directory"] = one.Path, ["Penguins:Name"] = "penguins", ["Penguins:OnViolation"] = "throw", ["Penguins:Reload"] = "true", ["Penguins:ReloadInterval"] = "00:00:30",
        }).Build();
        using var services = new ServiceCollection().AddKilnModel<PenguinModel>(configuration.GetSection("Penguins")).BuildServiceProvider(Checked);
        var current = services.GetRequiredService<CurrentModel<PenguinModel>>();

        Assert.Equal(("penguins", TimeSpan.FromSeconds(30), "1.0.0"), (current.Name, current.Interval, current.Value.Info.Version));
        Assert.Throws<InvalidInputException>(() => current.Value.Predict(Rows.GentooInput with { Island = "Mars" }));

        configuration["Penguins:Directory"] = other.Path;
        configuration.Reload();
        current.Refresh();
        Assert.Equal("2.0.0", current.Value.Info.Version);

        configuration["Penguins:OnViolation"] = "shout";
        configuration.Reload();
        Assert.Equal(ModelState.Degraded, current.Refresh().State);
        Assert.Equal("2.0.0", current.Value.Info.Version);
    }

    [Fact]
    public void Code_has_the_last_word_and_named_options_are_those_of_the_key()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ReloadInterval"] = "00:00:30" }).Build();
        using var services = new ServiceCollection()
            .AddKilnModel<PenguinModel>("challenger", configuration, options => options.Reload = true)
            .Configure<KilnModelOptions<PenguinModel>>("challenger", options => options.Name = "rival")
            .AddKilnModel<PenguinModel>("challenger", options => options.ReloadInterval = TimeSpan.FromSeconds(7))
            .BuildServiceProvider(Checked);

        var current = Assert.Single(services.GetServices<CurrentModel>());
        Assert.Same(services.GetRequiredKeyedService<CurrentModel<PenguinModel>>("challenger"), current);
        Assert.Equal(("rival", TimeSpan.FromSeconds(7)), (current.Name, current.Interval));
        Assert.Null(services.GetService<CurrentModel<PenguinModel>>());
    }

    /// <summary>In the way of every other option, with the binder of .NET.</summary>
    [Fact]
    public void Named_options_can_be_bound_as_any_others_are()
    {
        using var folder = new PenguinFolder("2.0.0", -1);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Directory"] = folder.Path, ["OnViolation"] = "Throw", ["ReloadInterval"] = "00:00:30", ["Reload"] = "true",
        }).Build();
        using var services = new ServiceCollection()
            .AddKilnModel<PenguinModel>("challenger")
            .Configure<KilnModelOptions<PenguinModel>>("challenger", configuration)
            .BuildServiceProvider(Checked);

        var current = services.GetRequiredKeyedService<CurrentModel<PenguinModel>>("challenger");
        Assert.Equal(("2.0.0", TimeSpan.FromSeconds(30)), (current.Value.Info.Version, current.Interval));
        Assert.Throws<InvalidInputException>(() => current.Value.Predict(Rows.GentooInput with { Island = "Mars" }));
    }

    [Theory]
    [InlineData("Reload", "perhaps", "true or false")]
    [InlineData("ReloadInterval", "soon", "a time")]
    [InlineData("ReloadInterval", "00:00:00", "a time")]
    [InlineData("ReloadInterval", "30", "a time")]
    [InlineData("OnViolation", "shout", "Ignore, Count and Throw")]
    [InlineData("OnViolation", "2", "Ignore, Count and Throw")]
    public void A_setting_that_is_none_is_named(string name, string value, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Penguins:" + name] = value }).Build();
        using var services = new ServiceCollection().AddKilnModel<PenguinModel>(configuration.GetSection("Penguins")).BuildServiceProvider(Checked);

        var error = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<CurrentModel<PenguinModel>>().Name);

        Assert.StartsWith($"The setting 'Penguins:{name}' of the model PenguinModel is '{value}'", error.Message);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public async Task An_application_does_not_start_without_a_model_that_nobody_would_look_for_again()
    {
        using var folder = new PenguinFolder();
        File.Delete(folder.Onnx);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options => options.Directory = folder.Path)));

        Assert.Contains(folder.Onnx, error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public void A_relative_directory_is_one_of_the_application_wherever_it_was_started() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "models", "next"), new KilnModelOptions<PenguinModel> { Directory = "models/next" }.Directory);

    [Fact]
    public void What_the_first_request_would_dispose_is_refused() =>
        Assert.Contains("disposable", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddKilnModel<Disposable>()).Message);

    sealed class Keeps(PenguinModel model)
    {
        public PenguinModel Model => model;
    }

    sealed class Asks(CurrentModel<PenguinModel> model)
    {
        public CurrentModel<PenguinModel> Model => model;
    }

    sealed class Disposable : ILoadable<Disposable>, IDisposable
    {
        public static string FileName => "none";

        public static Disposable Load(ModelOptions options) => new();

        public void Dispose()
        {
        }
    }
}
