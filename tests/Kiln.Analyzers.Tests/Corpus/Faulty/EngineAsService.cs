// origin: blind, second round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new MLContext());
builder.Services.AddSingleton(provider => // KILN7001
{
    var ml = provider.GetRequiredService<MLContext>();
    var model = ml.Model.Load("Models/energy.zip", out _); // KILN3008
    return ml.Model.CreatePredictionEngine<Building, Demand>(model);
});

var app = builder.Build();
app.MapPost("/demand", (Building building, PredictionEngine<Building, Demand> engine) => Results.Ok(engine.Predict(building).Kwh));
app.Run();

public sealed class Building
{
    public float Area { get; set; }
    public float Floors { get; set; }
    public float Built { get; set; }
}

public sealed class Demand
{
    [ColumnName("Score")] public float Kwh { get; set; }
}
