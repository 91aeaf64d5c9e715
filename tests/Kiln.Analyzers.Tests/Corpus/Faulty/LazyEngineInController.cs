// origin: blind, first round
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;

namespace Bikes;

public sealed class Hour
{
    public float Temperature { get; set; }
}

public sealed class Demand
{
    public float Score { get; set; }
}

public static class DemandModel
{
    public static string Path { get; set; } = "demand.zip";

    public static readonly Lazy<PredictionEngine<Hour, Demand>> Engine = new(Create, true); // KILN7001

    static PredictionEngine<Hour, Demand> Create()
    {
        var ml = new MLContext();
        return ml.Model.CreatePredictionEngine<Hour, Demand>(ml.Model.Load(Path, out _));
    }
}

[Route("demand")]
public sealed class DemandController : ControllerBase
{
    [HttpGet("{temperature}")]
    public IActionResult Get(float temperature) => Ok(DemandModel.Engine.Value.Predict(new Hour { Temperature = temperature }).Score);
}
