using System.Net;
using System.Text.Json;

namespace Kiln.AspNetCore.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("""{"island":"Mars","year":2007}""", "island")]
    [InlineData("""{"island":"","year":2007}""", "island")]
    [InlineData("""{"island":"Dream","year":2007,"sex":"both"}""", "sex")]
    [InlineData("""{"island":"Dream","year":-1}""", "year")]
    [InlineData("""{"island":"Dream"}""", "year")]
    [InlineData("""{"island":"Dream","year":null}""", "year")]
    [InlineData("""{"year":2007,"island":7}""", "island")]
    [InlineData("""{"island":"Dream","year":"2007"}""", "year")]
    [InlineData("""{"island":"Dream","year":2007.5}""", "year")]
    [InlineData("""{"island":"Dream","year":1e300}""", "year")]
    [InlineData("""{"island":"Dream","year":9223372036854775808}""", "year")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":"NaN"}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":"12.5"}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":1e39}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":1e999}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":true}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":[1]}""", "bill_length_mm")]
    [InlineData("""{"island":"Dream","year":2007,"wing":1}""", "wing")]
    [InlineData("""{"island":"Dream","year":2007,"Year":2008}""", "year")]
    [InlineData("""{"island":"Dream","year":2007,"billLengthMm":1,"bill_length_mm":1}""", "bill_length_mm")]
    [InlineData("""{"island":"\ud800","year":2007}""", "island")]
    [InlineData("""{"island":"Dream","year":2007,"\ud800":1}""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("7", "")]
    public async Task What_is_wrong_is_said_by_column(string row, string column)
    {
        await using var service = await TestService.PenguinsAsync();

        using var answer = await service.PostAsync("models/PenguinModel", row);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var errors = (await TestService.ReadAsync(answer)).GetProperty("errors");
        Assert.Equal([column], errors.EnumerateObject().Select(error => error.Name));
        Assert.False(string.IsNullOrWhiteSpace(errors.GetProperty(column)[0].GetString()));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        await using var service = await TestService.PenguinsAsync();

        using var answer = await service.PostAsync("models/PenguinModel", """{"island":"Mars","billLengthMm":-1,"bodyMassG":"much","wing":2}""");

        var errors = (await TestService.ReadAsync(answer)).GetProperty("errors");
        Assert.Equal(["bill_length_mm", "body_mass_g", "island", "wing", "year"], errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Equal("""'-1' is below the "min" 0 of column 'bill_length_mm'""", errors.GetProperty("bill_length_mm")[0].GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"island":"Dream","year":NaN}""")]
    [InlineData("""{"island":"Dream","year":2007,}""")]
    [InlineData("""{"island":"Dream","year":2007} {}""")]
    [InlineData("island=Dream")]
    public async Task What_is_no_JSON_is_said_with_its_place_and_without_its_content(string body)
    {
        await using var service = await TestService.PenguinsAsync();

        using var answer = await service.PostAsync("models/PenguinModel", body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Matches(@"^The body is not valid JSON: line 1, byte \d+\.$", (await TestService.ReadAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Deep_and_large_bodies_and_other_types_are_refused()
    {
        await using var service = await TestService.PenguinsAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await service.PostAsync("models/PenguinModel", new string('[', 100_000))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await service.PostAsync("models/PenguinModel", Rows.Gentoo, "text/plain")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.PostAsync("models/PenguinModel", new string(' ', 1 << 20) + Rows.Gentoo)).StatusCode);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "models/PenguinModel")
        {
            Content = new StringContent(new string(' ', 1 << 20) + Rows.Gentoo, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        chunked.Headers.TransferEncodingChunked = true;
        using var refused = await service.Client.SendAsync(chunked, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("models/PenguinModel", Rows.Gentoo)).StatusCode);
    }

    /// <summary>In which time zone the data are nobody says, so that no conversion would be right.</summary>
    [Theory]
    [InlineData("2001-02-02T18:30:00", true)]
    [InlineData("2001-02-02T18:30", true)]
    [InlineData("2001-02-02T18:30:00.25", true)]
    [InlineData("2001-02-02", true)]
    [InlineData("2001-02-02T18:30:00Z", false)]
    [InlineData("2001-02-02T18:30:00+02:00", false)]
    [InlineData("02.02.2001", false)]
    [InlineData("2001-02-30", false)]
    public async Task Dates_are_as_they_stand(string date, bool isOne)
    {
        await using var service = await TestService.StartAsync(builder => Microsoft.Extensions.DependencyInjection.KilnServiceCollectionExtensions.AddKilnModel<Flights.FlightModel>(builder.Services));

        using var answer = await service.PostAsync("models/FlightModel", JsonSerializer.Serialize(new { date, distance = 1846, origin = "ORD", destination = "SFO" }));

        Assert.Equal(isOne ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (isOne)
        {
            var expected = Flights.FlightModel.Load().Predict(new() { Date = DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Distance = 1846, Origin = "ORD", Destination = "SFO" });
            Assert.Equal(expected.Probability, (await TestService.ReadAsync(answer)).GetProperty("probability").GetSingle());
        }
    }
}
