// origin: blind, second round
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Housing;

public static class PricePredictor
{
    static readonly MLContext Ml = new();
    static readonly ITransformer Model = Ml.Model.Load(Path.Combine(AppContext.BaseDirectory, "house.zip"), out _); // KILN3008
    static readonly PredictionEngine<House, Price> Engine = Ml.Model.CreatePredictionEngine<House, Price>(Model); // KILN7001

    public static float Predict(House house) => Engine.Predict(house).Score;
}

[ApiController]
[Route("api/price")]
public sealed class PriceController : ControllerBase
{
    [HttpPost]
    public IActionResult Post([FromBody] House house) => Ok(new { price = PricePredictor.Predict(house) });
}

public sealed class House
{
    public float Rooms { get; set; }
    public float Area { get; set; }
    public string District { get; set; } = "";
}

public sealed class Price
{
    public float Score { get; set; }
}
