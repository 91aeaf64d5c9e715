using KilnService;

var builder = WebApplication.CreateBuilder(args);
// Loaded once for all requests, and replaced when its files are others.
builder.Services.AddKilnModel<PenguinModel>(options => options.Reload = true);
builder.Services.AddHealthChecks().AddKilnModel<PenguinModel>();
var app = builder.Build();

// What the model is, its OpenAPI document (/models/openapi.json), and predictions (POST /models/PenguinModel).
app.MapKiln("/models");
app.MapHealthChecks("/health");

// An endpoint of your own: what the contract does not allow is no question to the model.
app.MapPost("/species", (PenguinModel.Input input, PenguinModel model) => PenguinModel.NameOf(model.Predict(input).PredictedLabel)).WithKilnValidation();

app.Run();
