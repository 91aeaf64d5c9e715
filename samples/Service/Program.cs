using Flights;
using Penguins;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddKilnModel<PenguinModel>(options => options.Reload = true);
builder.Services.AddKilnModel<FlightModel>(builder.Configuration.GetSection("Flights"));
builder.Services.AddHealthChecks().AddKilnModel<PenguinModel>().AddKilnModel<FlightModel>();
var app = builder.Build();

app.MapKiln("/models");
app.MapHealthChecks("/health");
app.MapPost("/late", (FlightModel.Input flight, FlightModel model) => new { Late = $"{model.Predict(flight).Probability:P0}" }).WithKilnValidation();

app.Run();

/// <summary>Public, so that tests can start the service.</summary>
public partial class Program;
