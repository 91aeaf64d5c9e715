// origin: blind, first round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.ML;

var ml = new MLContext();
var model = ml.Model.Load(Path.Combine(AppContext.BaseDirectory, "price.zip"), out _); // KILN3008

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/price", (House house) =>
{
    var engine = ml.Model.CreatePredictionEngine<House, Price>(model); // KILN7002
    return Results.Ok(engine.Predict(house).Score);
});
app.Run();

sealed class House
{
    public float Area { get; set; }
}

sealed class Price
{
    public float Score { get; set; }
}
