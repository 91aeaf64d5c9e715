// origin: blind, second round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPredictionEnginePool<Payment, Verdict>()
    .FromFile("fraud", builder.Configuration["Model"] ?? "fraud.zip", watchForChanges: true);
builder.Services.AddSingleton<Threshold>();
builder.Services.AddScoped<Desk>();
var app = builder.Build();

app.MapPost("/payments", (Payment payment, Desk desk) => Results.Ok(desk.Judge(payment)));
app.MapPost("/payments/raw", (Payment payment, PredictionEnginePool<Payment, Verdict> pool) => Results.Ok(pool.Predict("fraud", payment)));
app.Run();

sealed class Desk(PredictionEnginePool<Payment, Verdict> pool, Threshold threshold)
{
    public string Judge(Payment payment)
    {
        var verdict = pool.Predict("fraud", payment);
        if (float.IsNaN(verdict.Probability))
            return "unknown";
        return verdict.Probability >= threshold.Value ? "hold" : "pay";
    }
}

sealed class Threshold
{
    public float Value { get; set; } = 0.7f;
}

sealed class Payment
{
    public float Amount { get; set; }
    public string Merchant { get; set; } = "";
}

sealed class Verdict
{
    public bool PredictedLabel { get; set; }
    public float Probability { get; set; }
}
