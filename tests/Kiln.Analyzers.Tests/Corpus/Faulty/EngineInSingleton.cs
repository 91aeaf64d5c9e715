// origin: alongside the rules
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IPriceService, PriceService>();
var app = builder.Build();
app.MapPost("/price", (PriceRequest request, IPriceService prices) => Results.Ok(prices.Price(request)));
app.Run();

public sealed class PriceRequest
{
    public float Area { get; set; }
    public float Rooms { get; set; }
}

public sealed class PriceResponse
{
    [ColumnName("Score")] public float Price { get; set; }
}

public interface IPriceService
{
    float Price(PriceRequest request);
}

public sealed class PriceService : IPriceService
{
    private readonly PredictionEngine<PriceRequest, PriceResponse> _engine; // KILN7001

    public PriceService()
    {
        var ml = new MLContext();
        using var stream = typeof(PriceService).Assembly.GetManifestResourceStream("Prices.zip")!;
        _engine = ml.Model.CreatePredictionEngine<PriceRequest, PriceResponse>(ml.Model.Load(stream, out _));
    }

    public float Price(PriceRequest request) => _engine.Predict(request).Price;
}
