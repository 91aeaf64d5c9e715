// origin: alongside the rules
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPredictionEnginePool<Ticket, Routing>().FromFile("routing", "models/routing-2.1.0.zip", watchForChanges: true);
builder.Services.AddScoped<RoutingService>();

var app = builder.Build();
app.MapPost("/route", (Ticket ticket, RoutingService service) => Results.Ok(service.Route(ticket)));
app.MapGet("/health", () => Results.Ok("fine"));
app.Run();

public sealed class Ticket
{
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";
}

public sealed class Routing
{
    [ColumnName("PredictedLabel")] public string Team { get; set; } = "";
    public float[] Score { get; set; } = [];
}

/// <summary>The pool hands out one engine per caller: many threads are fine.</summary>
public sealed class RoutingService(PredictionEnginePool<Ticket, Routing> pool)
{
    public string Route(Ticket ticket) => pool.Predict("routing", ticket).Team;
}
