using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kiln.AspNetCore.Tests;

public sealed class OpenApiTests
{
    [Theory]
    [InlineData("PenguinModel", "samples/Penguins/data/penguins.schema.json", "species")]
    [InlineData("FlightModel", "samples/Flights/data/flights.schema.json", "late")]
    public async Task An_input_is_what_the_contract_says(string name, string file, string label)
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<Penguins.PenguinModel>().AddKilnModel<Flights.FlightModel>());
        var document = await service.GetAsync("models/openapi.json");
        using var contract = JsonDocument.Parse(Testing.Repository.Read(file.Split('/')));
        var columns = contract.RootElement.GetProperty("columns").EnumerateArray().Where(column => Text(column, "name") != label).ToList();

        var input = Resolve(document, document.GetProperty("paths").GetProperty("/models/" + name).GetProperty("post").GetProperty("requestBody"));

        var properties = input.GetProperty("properties").EnumerateObject().ToList();
        Assert.False(input.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(Text(column, "property")!)), properties.Select(property => property.Name));
        Assert.Equal(
            columns.Where(column => !column.GetProperty("nullable").GetBoolean()).Select(column => JsonNamingPolicy.CamelCase.ConvertName(Text(column, "property")!)),
            input.GetProperty("required").EnumerateArray().Select(required => required.GetString()));
        foreach (var (column, property) in columns.Zip(properties, (column, property) => (column, property.Value)))
        {
            Assert.Equal(Text(column, "name"), Text(property, "x-column"));
            var type = Text(column, "type") switch { "number" => "number", "integer" => "integer", "boolean" => "boolean", _ => "string" };
            var nullable = column.GetProperty("nullable").GetBoolean();
            Assert.Equal(nullable ? $"""["{type}","null"]""" : $"\"{type}\"", property.GetProperty("type").GetRawText());
            foreach (var (bound, keyword) in new[] { ("min", "minimum"), ("max", "maximum") })
                Assert.Equal(Number(column, bound), Number(property, keyword));
            var values = column.TryGetProperty("values", out var listed) ? listed.EnumerateArray().Select(value => value.GetString()).ToList() : [];
            var allowed = property.TryGetProperty("enum", out var known) ? known.EnumerateArray().Select(value => value.GetString()).ToList() : [];
            Assert.Equal(values.Count > 0 && nullable ? [.. values, null] : values, allowed);
        }
    }

    [Fact]
    public async Task An_answer_has_the_members_that_the_document_says()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<Penguins.PenguinModel>().AddKilnModel<Flights.FlightModel>());
        var document = await service.GetAsync("models/openapi.json");

        foreach (var (name, row) in new[] { ("PenguinModel", Rows.Gentoo), ("FlightModel", """{"date":"2001-02-02","distance":1846,"origin":"ORD","destination":"SFO"}""") })
        {
            using var answer = await service.PostAsync("models/" + name, row);
            var operation = document.GetProperty("paths").GetProperty("/models/" + name).GetProperty("post");
            var schema = Resolve(document, operation.GetProperty("responses").GetProperty("200"));
            Matches(schema, await TestService.ReadAsync(answer));
        }
    }

    [Fact]
    public async Task It_is_OpenAPI_whose_addresses_are_there_wherever_it_is_mapped()
    {
        await using var service = await TestService.PenguinsAsync(app => app.MapGroup("/api/v1").MapKiln("/predictors"));

        var document = await service.GetAsync("api/v1/predictors/openapi.json");

        Assert.Equal("3.1.0", Text(document, "openapi"));
        Assert.All(["title", "version"], name => Assert.False(string.IsNullOrEmpty(Text(document.GetProperty("info"), name))));
        var path = Assert.Single(document.GetProperty("paths").EnumerateObject()).Name;
        Assert.Equal("/api/v1/predictors/PenguinModel", path);
        Assert.True((await service.PostAsync(path[1..], Rows.Gentoo)).IsSuccessStatusCode);
        foreach (var response in document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("responses").EnumerateObject())
            Assert.Equal("object", Text(Resolve(document, response.Value), "type"));
    }

    static JsonElement Resolve(JsonElement document, JsonElement body)
    {
        var reference = Text(body.GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema"), "$ref")!;
        return reference[2..].Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
    }

    static void Matches(JsonElement schema, JsonElement value)
    {
        switch (Text(schema, "type"))
        {
            case "object":
                Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), value.EnumerateObject().Select(member => member.Name));
                foreach (var property in schema.GetProperty("properties").EnumerateObject())
                    Matches(property.Value, value.GetProperty(property.Name));
                break;
            case "number":
                Assert.InRange(value.GetDouble(), Number(schema, "minimum") ?? double.MinValue, Number(schema, "maximum") ?? double.MaxValue);
                break;
            case "boolean":
                Assert.Contains(value.ValueKind, new[] { JsonValueKind.True, JsonValueKind.False });
                break;
            default:
                Assert.Contains(value.GetString(), schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
                break;
        }
    }

    static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetDouble() : null;
}
