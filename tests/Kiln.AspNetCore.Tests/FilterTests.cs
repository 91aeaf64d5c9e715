using System.Net;
using Kiln.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Penguins;

namespace Kiln.AspNetCore.Tests;

public sealed class FilterTests
{
    const string Mars = """{"island":"Mars","billLengthMm":-1,"year":2007}""";

    static Task<TestService> StartAsync(Action<WebApplication> map, OnViolation onViolation = OnViolation.Ignore) =>
        TestService.StartAsync(builder => builder.Services.AddKilnModel<PenguinModel>(options => options.OnViolation = onViolation), map);

    [Fact]
    public async Task An_endpoint_of_ones_own_answers_as_the_models_do()
    {
        await using var service = await StartAsync(app =>
        {
            app.MapKiln();
            app.MapPost("/species", (PenguinModel model, PenguinModel.Input input) => model.Predict(input).Probability).WithKilnValidation();
        });

        using var refused = await service.PostAsync("species", Mars);
        using var mapped = await service.PostAsync("models/PenguinModel", Mars);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Equal(await mapped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("'Mars' is not among", await mapped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var answer = await service.PostAsync("species", Rows.Gentoo);
        Assert.Equal(PenguinModel.Load().Predict(Rows.GentooInput).Probability, (await TestService.ReadAsync(answer)).GetSingle());
    }

    [Fact]
    public async Task Of_many_inputs_the_row_is_named()
    {
        await using var service = await StartAsync(app =>
            app.MapPost("/all", (PenguinModel model, PenguinModel.Input[] inputs) => inputs.Select(input => model.Predict(input).Probability)).WithKilnValidation());

        using var refused = await service.PostAsync("all", $"[{Rows.Gentoo},{Mars}]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            ["[1].island", "[1].bill_length_mm"],
            (await TestService.ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("all", $"[{Rows.Gentoo}]")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("all", "[]")).StatusCode);
    }

    [Fact]
    public async Task What_a_model_refuses_inside_is_answered_in_the_same_way_for_a_whole_group()
    {
        await using var service = await StartAsync(
            app => app.MapGroup("/group").WithKilnValidation().MapGet("/mars", (PenguinModel model) => model.Predict(Rows.GentooInput with { Island = "Mars" })), OnViolation.Throw);

        using var refused = await service.Client.GetAsync("group/mars", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["island"], (await TestService.ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task The_application_has_its_say_in_problems()
    {
        await using var service = await TestService.StartAsync(
            builder =>
            {
                builder.Services.AddKilnModel<PenguinModel>();
                builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["shop"] = "ours");
            },
            app =>
            {
                app.MapKiln();
                app.MapPost("/species", (PenguinModel model, PenguinModel.Input input) => model.Predict(input).Probability).WithKilnValidation();
            });

        foreach (var address in new[] { "species", "models/PenguinModel" })
        {
            using var refused = await service.PostAsync(address, Mars);
            var problem = await TestService.ReadAsync(refused);
            Assert.Equal("ours", problem.GetProperty("shop").GetString());
            Assert.Equal(2, problem.GetProperty("errors").EnumerateObject().Count());
        }
    }

    /// <summary>As in a native application, where nothing is serialized that was not compiled for it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Problems_need_no_reflection(bool addsProblemDetails)
    {
        await using var service = await TestService.StartAsync(builder =>
        {
            builder.Services.AddKilnModel<PenguinModel>();
            builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Clear());
            if (addsProblemDetails)
                builder.Services.AddProblemDetails();
        });

        using var refused = await service.PostAsync("models/PenguinModel", Mars);
        using var unknown = await service.PostAsync("models/Nobody", Mars);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        var problem = await TestService.ReadAsync(refused);
        Assert.Equal(
            (400, "https://tools.ietf.org/html/rfc9110#section-15.5.1", "The model's contract does not allow this input."),
            (problem.GetProperty("status").GetInt32(), problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
        Assert.Equal(["island", "bill_length_mm"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        var other = await TestService.ReadAsync(unknown);
        Assert.Equal(
            ("https://tools.ietf.org/html/rfc9110#section-15.5.5", "Not Found", "No model has this name."),
            (other.GetProperty("type").GetString(), other.GetProperty("title").GetString(), other.GetProperty("detail").GetString()));
    }
}
