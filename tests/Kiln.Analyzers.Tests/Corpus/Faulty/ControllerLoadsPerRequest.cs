// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Api.Controllers;

public class HouseInput
{
    public float Area { get; set; }
    public float Rooms { get; set; }
}

public class HouseOutput
{
    [ColumnName("Score")] public float Price { get; set; }
}

[ApiController]
[Route("api/[controller]")]
public class PriceController : ControllerBase
{
    [HttpPost]
    public ActionResult<float> Post([FromBody] HouseInput input)
    {
        var mlContext = new MLContext();
        ITransformer model = mlContext.Model.Load("MLModel.zip", out var schema); // KILN7002 KILN3008
        var engine = mlContext.Model.CreatePredictionEngine<HouseInput, HouseOutput>(model); // KILN7002
        return engine.Predict(input).Price;
    }
}
