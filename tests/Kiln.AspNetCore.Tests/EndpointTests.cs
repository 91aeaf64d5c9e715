using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Penguins;

namespace Kiln.AspNetCore.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task A_prediction_is_the_models_own_and_says_by_which_version()
    {
        await using var service = await TestService.PenguinsAsync();
        var model = PenguinModel.Load();
        var expected = model.Predict(Rows.GentooInput);

        using var answer = await service.PostAsync("models/PenguinModel", Rows.Gentoo);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(model.Info.Version, answer.Headers.GetValues("Kiln-Model-Version").Single());
        var json = await TestService.ReadAsync(answer);
        Assert.Equal(expected.PredictedLabel.ToString(), json.GetProperty("predictedLabel").GetString());
        Assert.Equal(expected.Probability, json.GetProperty("probability").GetSingle());
        foreach (var species in Enum.GetValues<PenguinModel.Species>())
            Assert.Equal(expected.ProbabilityOf(species), json.GetProperty("probabilities").GetProperty(PenguinModel.NameOf(species)).GetSingle());
    }

    [Theory]
    [InlineData("""{"island":"Dream","year":2007}""")]
    [InlineData("""{"Island":"Dream","YEAR":2007.0,"sex":null}""")]
    [InlineData("""{"island":"Dream","year":2.007e3,"bill_length_mm":null}""")]
    [InlineData(""" { "island" : " Dream " , "year" : 2007 } """)]
    public async Task What_may_be_missing_can_be_left_out_and_columns_can_be_named_as_in_the_data(string row)
    {
        await using var service = await TestService.PenguinsAsync();

        using var answer = await service.PostAsync("models/penguinmodel", row);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(PenguinModel.Load().Predict(new() { Island = "Dream", Year = 2007 }).Probability, (await TestService.ReadAsync(answer)).GetProperty("probability").GetSingle());
    }

    [Fact]
    public async Task A_model_says_what_it_is_and_all_of_them_are_a_list()
    {
        await using var service = await TestService.StartAsync(builder =>
        {
            builder.Services.AddKilnModel<PenguinModel>();
            builder.Services.AddKilnModel<Flights.FlightModel>(options => options.Name = "late flights");
        });
        var info = PenguinModel.Load().Info;

        var list = (await service.GetAsync("models")).GetProperty("models");
        var one = await service.GetAsync("models/PenguinModel");
        var other = await service.GetAsync("models/late%20flights");

        Assert.Equal([one.GetRawText(), other.GetRawText()], list.EnumerateArray().Select(model => model.GetRawText()));
        Assert.Equal(
            ("PenguinModel", "serving", info.Version, "MulticlassClassification", "species", "penguins"),
            (Text(one, "name"), Text(one, "state"), Text(one, "version"), Text(one, "task"), Text(one, "label"), Text(one, "dataset")));
        Assert.Equal(info.TrainingRows, one.GetProperty("rows").GetProperty("training").GetInt64());
        Assert.Equal(info.HeldOutRows, one.GetProperty("rows").GetProperty("heldOut").GetInt64());
        Assert.Equal(info.Metrics[Metric.MicroAccuracy], one.GetProperty("metrics").GetProperty("MicroAccuracy").GetDouble());
        Assert.InRange(one.GetProperty("loadedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
    }

    [Theory]
    [InlineData("GET", "models/Nobody")]
    [InlineData("GET", "models/Nobody/health")]
    [InlineData("POST", "models/Nobody")]
    public async Task Nobody_is_not_there(string method, string address)
    {
        await using var service = await TestService.PenguinsAsync();

        using var answer = await service.Client.SendAsync(new(new(method), address) { Content = JsonContent.Create(1) }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_holds_for_all_of_it_holds_for_each()
    {
        await using var service = await TestService.StartAsync(
            builder =>
            {
                builder.Services.AddKilnModel<PenguinModel>();
                builder.Services.AddAuthentication("none").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodyMayIn>("none", null);
                builder.Services.AddAuthorization();
            },
            app => app.MapKiln("/models").RequireAuthorization());

        foreach (var address in new[] { "models", "models/openapi.json", "models/PenguinModel", "models/PenguinModel/health" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await service.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).StatusCode);
    }

    [Fact]
    public async Task Two_models_cannot_have_one_name_and_no_model_no_address()
    {
        var same = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(builder =>
        {
            builder.Services.AddKilnModel<PenguinModel>();
            builder.Services.AddKilnModel<PenguinModel>("other", options => options.Name = "penguinmodel");
        }));
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(builder => { }));

        Assert.Contains("'penguinmodel'", same.Message);
        Assert.Contains("AddKilnModel", none.Message);
    }

    [Fact]
    public async Task A_model_that_is_not_there_yet_is_unavailable_and_comes()
    {
        using var folder = new PenguinFolder();
        var (onnx, manifest) = (File.ReadAllBytes(folder.Onnx), File.ReadAllBytes(folder.Manifest));
        File.Delete(folder.Manifest);
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options =>
        {
            options.Directory = folder.Path;
            options.Reload = true;
        }));

        Assert.Equal("unavailable", Text(await service.GetAsync("models/PenguinModel"), "state"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Client.GetAsync("models/PenguinModel/health", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await service.GetAsync("models/openapi.json")).GetProperty("paths").EnumerateObject());
        Assert.Throws<InvalidOperationException>(() => service.Services.GetRequiredService<CurrentModel<PenguinModel>>().Value);

        PenguinFolder.Put(folder.Manifest, manifest);
        service.Services.GetRequiredService<CurrentModel<PenguinModel>>().Refresh();

        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).StatusCode);
        Assert.Equal("Healthy", await service.Client.GetStringAsync("models/PenguinModel/health", TestContext.Current.CancellationToken));
        Assert.Equal(onnx, File.ReadAllBytes(folder.Onnx));
    }

    static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
