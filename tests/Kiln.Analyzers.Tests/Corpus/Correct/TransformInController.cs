// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Batches;

public class Row
{
    public float A { get; set; }
    public float B { get; set; }
}

public class Scored
{
    public float Score { get; set; }
}

/// <summary>Transform is thread-safe: a batch per request needs no engine at all.</summary>
[ApiController]
[Route("batch")]
public class BatchController(MLContext ml, ITransformer model) : ControllerBase
{
    [HttpPost]
    public IActionResult Post([FromBody] Row[] rows)
    {
        var scored = model.Transform(ml.Data.LoadFromEnumerable(rows));
        return Ok(ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).Select(row => row.Score).ToArray());
    }
}
