using System.Text.Json.Serialization;
using KilnService;

var builder = WebApplication.CreateBuilder(args);
// A class by its name, not by its number.
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
// One for all requests: it is immutable.
builder.Services.AddSingleton(PenguinModel.Load());
var app = builder.Build();

app.MapPost("/predict", (PenguinModel.Input input, PenguinModel model) =>
{
    // What the contract does not allow is no question to the model.
    if (!PenguinModel.TryValidate(input, out var violations))
        return Results.ValidationProblem(violations.GroupBy(v => v.Column).ToDictionary(c => c.Key, c => c.Select(v => v.Message).ToArray()));
    var prediction = model.Predict(input);
    return Results.Ok(new { prediction.PredictedLabel, prediction.Probability });
});

// Which model answers: its version, its data and how good it was on held-out rows.
app.MapGet("/model", (PenguinModel model) => new { model.Info.Name, model.Info.Version, model.Info.TrainingRows, model.Info.DataHash, model.Info.Metrics });

app.Run();
