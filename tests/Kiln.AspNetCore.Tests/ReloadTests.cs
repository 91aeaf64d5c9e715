using System.Collections.Concurrent;
using System.Net;
using Kiln.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Penguins;

namespace Kiln.AspNetCore.Tests;

public sealed class ReloadTests
{
    static Task<TestService> StartAsync(PenguinFolder folder, TimeSpan? interval = null) => TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options =>
    {
        options.Directory = folder.Path;
        options.Reload = true;
        options.ReloadInterval = interval ?? TimeSpan.FromHours(1);
    }));

    /// <summary>The files are looked at every few milliseconds, so in the middle of being replaced, too.</summary>
    [Fact]
    public async Task Replaced_while_it_answers_it_answers_always_and_each_answer_is_of_the_version_it_names()
    {
        using var folder = new PenguinFolder("1.0.0", 1);
        await using var service = await StartAsync(folder, TimeSpan.FromMilliseconds(10));
        var current = service.Services.GetRequiredService<CurrentModel<PenguinModel>>();
        var expected = new Dictionary<string, float>();
        foreach (var (version, weight) in new[] { ("1.0.0", 1f), ("2.0.0", -1f) })
        {
            using var alone = new PenguinFolder(version, weight);
            expected[version] = PenguinModel.Load(alone.Path).Predict(Rows.GentooInput).ProbabilityOf(PenguinModel.Species.Gentoo);
        }
        Assert.NotEqual(expected["1.0.0"], expected["2.0.0"]);
        var answers = new ConcurrentBag<(HttpStatusCode Status, string? Version, float Value)>();
        using var done = new CancellationTokenSource();

        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                using var answer = await service.PostAsync("models/PenguinModel", Rows.Gentoo);
                answers.Add(answer.IsSuccessStatusCode
                    ? (answer.StatusCode, answer.Headers.GetValues("Kiln-Model-Version").Single(), Rows.Probability(await TestService.ReadAsync(answer)))
                    : (answer.StatusCode, null, float.NaN));
            }
        })).ToArray();
        for (var i = 1; i <= 20; i++)
        {
            var version = i % 2 == 0 ? "1.0.0" : "2.0.0";
            folder.Put(version, i % 2 == 0 ? 1 : -1);
            for (var wait = 0; current.Value.Info.Version != version; wait++)
            {
                Assert.True(wait < 6000, $"The model is still {current.Value.Info.Version}: {current.Status}");
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
        await done.CancelAsync();
        await Task.WhenAll(asking);

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, expected[answer.Version ?? ""]), (answer.Status, answer.Value)));
        Assert.Equal(2, answers.Select(answer => answer.Version).Distinct().Count());
        Assert.Equal(ModelState.Serving, current.Status.State);
    }

    public static TheoryData<string> Damages => ["cut", "flipped", "old manifest", "edited manifest", "no manifest", "a folder", "no onnx", "other definition", "other model"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task What_cannot_be_loaded_leaves_the_old_one_serving_and_is_said_once(string damage)
    {
        using var folder = new PenguinFolder("1.0.0", 1);
        await using var service = await StartAsync(folder);
        var current = service.Services.GetRequiredService<CurrentModel<PenguinModel>>();
        var (model, at) = (current.Value, current.Status.LoadedAt);

        Damage(folder, damage);
        for (var i = 0; i < 3; i++)
            current.Refresh();

        Assert.Same(model, current.Value);
        Assert.Equal((ModelState.Degraded, at), (current.Status.State, current.Status.LoadedAt));
        Assert.Equal("degraded", (await service.GetAsync("models/PenguinModel")).GetProperty("state").GetString());
        Assert.DoesNotContain(folder.Path, (await service.GetAsync("models/PenguinModel")).GetRawText());
        Assert.Equal("Degraded", await service.Client.GetStringAsync("models/PenguinModel/health", TestContext.Current.CancellationToken));
        using var answer = await service.PostAsync("models/PenguinModel", Rows.Gentoo);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Kiln-Model-Version").Single());
        Assert.Contains(current.Status.Reason!, Assert.Single(service.Log.At(LogLevel.Warning)));

        if (Directory.Exists(folder.Manifest))
            Directory.Delete(folder.Manifest);
        folder.Put("2.0.0", -1);

        Assert.Equal((ModelState.Serving, null), (current.Refresh().State, current.Status.Reason));
        Assert.Equal("2.0.0", current.Value.Info.Version);
    }

    static void Damage(PenguinFolder folder, string damage)
    {
        var (onnx, manifest) = PenguinFolder.Make("2.0.0", -1);
        switch (damage)
        {
            case "cut":
                PenguinFolder.Put(folder.Onnx, onnx[..^10]);
                PenguinFolder.Put(folder.Manifest, manifest);
                break;
            case "flipped":
                onnx[onnx.Length / 2] ^= 1;
                PenguinFolder.Put(folder.Onnx, onnx);
                PenguinFolder.Put(folder.Manifest, manifest);
                break;
            case "old manifest":
                PenguinFolder.Put(folder.Onnx, onnx);
                break;
            case "edited manifest":
                File.WriteAllText(folder.Manifest, File.ReadAllText(folder.Manifest).Replace("1.0.0", "1.0.1"));
                break;
            case "no manifest":
                File.Delete(folder.Manifest);
                break;
            case "a folder":
                File.Delete(folder.Manifest);
                Directory.CreateDirectory(folder.Manifest);
                break;
            case "no onnx":
                File.Delete(folder.Onnx);
                break;
            case "other definition":
                PenguinFolder.Put(folder.Manifest, PenguinFolder.ManifestOf(("definition", new string('0', 64))));
                break;
            default:
                PenguinFolder.Put(folder.Manifest, PenguinFolder.ManifestOf(("type", "Other.PenguinModel")));
                break;
        }
    }

    [Fact]
    public async Task The_same_content_is_the_same_model()
    {
        using var folder = new PenguinFolder();
        await using var service = await StartAsync(folder);
        var current = service.Services.GetRequiredService<CurrentModel<PenguinModel>>();
        var model = current.Value;
        var changes = 0;
        using var listening = current.OnChange(_ => changes++);

        folder.Put("1.0.0", 1);
        File.SetLastWriteTimeUtc(folder.Onnx, DateTime.UtcNow.AddDays(1));
        current.Refresh();
        File.Delete(folder.Onnx);
        Assert.Equal(ModelState.Degraded, current.Refresh().State);
        folder.Put("1.0.0", 1);
        Assert.Equal(ModelState.Serving, current.Refresh().State);

        Assert.Same(model, current.Value);
        Assert.Equal(0, changes);
        Assert.Equal(1, service.Log.At(LogLevel.Information).Count(line => line.Contains("is loaded", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_listens_gets_each_new_model_and_nobody_elses_failure()
    {
        using var folder = new PenguinFolder();
        await using var service = await StartAsync(folder);
        var current = service.Services.GetRequiredService<CurrentModel<PenguinModel>>();
        var heard = new List<string>();
        using var failing = current.OnChange(_ => throw new InvalidOperationException("never mind"));
        var listening = current.OnChange(model =>
        {
            Assert.Same(current.Value, model);
            heard.Add(model.Info.Version);
        });

        folder.Put("2.0.0", -1);
        current.Refresh();
        listening.Dispose();
        folder.Put("3.0.0", 2);
        current.Refresh();

        Assert.Equal(["2.0.0"], heard);
        Assert.Equal("3.0.0", current.Value.Info.Version);
        Assert.Equal(ModelState.Serving, current.Status.State);
        Assert.Equal(2, service.Log.At(LogLevel.Error).Count());
    }

    [Fact]
    public async Task Who_does_not_ask_for_it_keeps_the_model_it_started_with()
    {
        using var folder = new PenguinFolder();
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options => options.Directory = folder.Path));
        File.Delete(folder.Onnx);
        File.Delete(folder.Manifest);

        Assert.Null(service.Services.GetRequiredService<CurrentModel>().Interval);
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).StatusCode);
    }

    [Fact]
    public void The_same_content_is_looked_at_without_what_the_options_begin()
    {
        using var folder = new PenguinFolder();
        Recorder.Asked.Clear();
        using var services = new ServiceCollection().AddKilnModel<Recorder>(options =>
        {
            options.Directory = folder.Path;
            options.OnViolation = Validation.OnViolation.Throw;
        }).BuildServiceProvider();
        var current = services.GetRequiredService<CurrentModel<Recorder>>();
        var model = current.Value;

        File.SetLastWriteTimeUtc(folder.Onnx, DateTime.UtcNow.AddDays(1));
        current.Refresh();
        current.Refresh();
        Assert.Same(model, current.Value);
        folder.Put("2.0.0", -1);
        current.Refresh();

        Assert.NotSame(model, current.Value);
        Assert.Equal([Validation.OnViolation.Throw, Validation.OnViolation.Ignore, Validation.OnViolation.Throw], Recorder.Asked.Select(options => options.OnViolation));
        Assert.All(Recorder.Asked, options => Assert.Equal(folder.Path, options.Directory));
    }

    /// <summary>Records what it was loaded with.</summary>
    sealed class Recorder : Serving.ILoadable<Recorder>
    {
        public static List<ModelOptions> Asked { get; } = [];

        public static string FileName => "Penguins.PenguinModel";

        public static Recorder Load(ModelOptions options)
        {
            Asked.Add(options);
            return new();
        }
    }
}
