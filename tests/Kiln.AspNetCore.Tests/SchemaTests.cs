using System.Text.Json;
using Kiln.Extensions.DependencyInjection;
using Kiln.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Kiln.AspNetCore.Tests;

/// <summary>A class that nobody generated, with every kind of column: it is served as the others are, and needs no file.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Every_kind_of_column_is_described()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<HandWritten>("own"));

        var document = await service.GetAsync("models/openapi.json");

        using var expected = JsonDocument.Parse("""
            {
              "amount": { "type": "number", "description": "What is asked for. In EUR.", "minimum": 0.5, "maximum": 1000, "x-column": "amount (EUR)", "x-unit": "EUR" },
              "count": { "type": ["integer", "null"], "x-column": "count" },
              "isNew": { "type": "boolean", "x-column": "is_new" },
              "code": { "type": ["string", "null"], "minLength": 2, "maxLength": 3, "pattern": "^(?:[A-Z]+)$", "x-column": "code" },
              "colour": { "type": "string", "examples": ["red", "green"], "x-column": "colour" },
              "size": { "type": ["string", "null"], "enum": ["S", "M", null], "x-column": "size" },
              "day": {
                "type": "string", "description": "In no time zone. Not before 2001-01-01. Not after 2001-12-31T23:00:00.", "x-earliest": "2001-01-01", "x-latest": "2001-12-31T23:00:00",
                "pattern": "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?)?$", "x-column": "day"
              }
            }
            """);
        var input = document.GetProperty("components").GetProperty("schemas").GetProperty("HandWritten.own.Input");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, input.GetProperty("properties")), input.ToString());
    }

    [Fact]
    public async Task It_answers_and_is_read_as_the_others_are()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<HandWritten>("own"));

        using var answer = await service.PostAsync("models/HandWritten.own", """{"amount (EUR)":2,"count":40,"isNew":true,"colour":"blue","day":"2001-02-03"}""");
        using var refused = await service.PostAsync("models/HandWritten.own", """{"amount":2,"isNew":1,"colour":"blue","day":"2001-02-03"}""");

        Assert.Equal(42, (await TestService.ReadAsync(answer)).GetProperty("score").GetSingle());
        Assert.Equal(["is_new"], (await TestService.ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task What_answers_no_JSON_is_listed_and_not_asked()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddKilnModel<Silent>());

        Assert.Equal("serving", (await service.GetAsync("models/Silent")).GetProperty("state").GetString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await service.PostAsync("models/Silent", "{}")).StatusCode);
        Assert.NotNull(service.Services.GetRequiredService<CurrentModel<Silent>>().Value);
    }

    sealed class Silent : ILoadable<Silent>
    {
        public static string FileName => "silent";

        public static Silent Load(ModelOptions options) => new();
    }

    sealed class HandWritten : ILoadable<HandWritten>, IServedModel
    {
        public static string FileName => "hand-written";

        public static HandWritten Load(ModelOptions options) => new();

        public ModelInfo Info { get; } = new()
        {
            Name = "HandWritten", Type = "HandWritten", Version = "1.0.0", Dataset = "none", Label = "sum", Task = ModelTask.Regression, TrainingRows = 0, HeldOutRows = 0,
            DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
        };

        public ModelSchema Schema { get; } = new(
            [
                new("amount (EUR)", "Amount", ColumnKind.Number, true) { Min = 0.5, Max = 1000, Unit = "EUR", Description = "What is asked for." },
                new("count", "Count", ColumnKind.Integer, false),
                new("is_new", "IsNew", ColumnKind.Boolean, true),
                new("code", "Code", ColumnKind.Text, false) { MinLength = 2, MaxLength = 3, Pattern = "[A-Z]+" },
                new("colour", "Colour", ColumnKind.Text, true) { Values = ["red", "green"], IsOpen = true },
                new("size", "Size", ColumnKind.Text, false) { Values = ["S", "M"] },
                new("day", "Day", ColumnKind.Date, true) { Earliest = new(2001, 1, 1), Latest = new(2001, 12, 31, 23, 0, 0) },
            ],
            []);

        public bool TryAnswer(JsonRow row, Utf8JsonWriter answer)
        {
            var (amount, count) = (row.Number(0), row.IntegerOrMissing(1));
            var others = (row.Boolean(2), row.TextOrMissing(3), row.Text(4), row.TextOrMissing(5), row.Date(6));
            if (row.Errors.Count > 0)
                return false;
            answer.WriteStartObject();
            answer.WriteNumber("score", others.Item1 ? amount + (count ?? 0) : 0);
            answer.WriteEndObject();
            return true;
        }
    }
}
