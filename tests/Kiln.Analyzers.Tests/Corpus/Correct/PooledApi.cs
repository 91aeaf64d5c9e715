// origin: blind, first round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPredictionEnginePool<Loan, Decision>()
    .FromFile("loan", builder.Configuration["Models:Loan"] ?? "loan-2.1.0.zip", watchForChanges: true);
builder.Services.AddSingleton<Desk>();

var app = builder.Build();
app.MapPost("/loans", (Loan loan, Desk desk) => float.IsNaN(loan.Income) ? Results.BadRequest("no income") : Results.Ok(desk.Decide(loan)));
app.MapGet("/health", () => Results.Ok());
app.Run();

sealed class Desk(PredictionEnginePool<Loan, Decision> pool)
{
    public string Decide(Loan loan)
    {
        var decision = pool.Predict("loan", loan);
        return decision.Score is float.NaN ? "unknown" : decision.PredictedLabel ? "yes" : "no";
    }
}

sealed class Loan
{
    public float Income { get; set; }

    public float Amount { get; set; }
}

sealed class Decision
{
    public bool PredictedLabel { get; set; }

    public float Score { get; set; }
}
