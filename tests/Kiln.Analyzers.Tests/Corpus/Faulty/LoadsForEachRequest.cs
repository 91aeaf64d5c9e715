// origin: blind, second round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.ML;
using Microsoft.ML.Data;

var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/", () => "weather for the balcony");
app.MapPost("/rain", (Sky sky) =>
{
    var ml = new MLContext();
    var model = ml.Model.Load("rain.zip", out _); // KILN3008 KILN7002
    var tomorrow = model.Transform(ml.Data.LoadFromEnumerable([sky])).GetColumn<float>("Score").First();
    return Results.Ok(Math.Max(0, tomorrow));
});
app.Run();

sealed class Sky
{
    public float Pressure { get; set; }
    public float Humidity { get; set; }
    public float Wind { get; set; }
}
