// origin: blind, second round
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Loans;

[ApiController]
[Route("loans")]
public sealed class LoansController(MLContext ml, ITransformer model, ILogger<LoansController> logger) : ControllerBase
{
    [HttpPost("risk")]
    public ActionResult<float> Risk([FromBody] Loan loan)
    {
        if (loan.Amount <= 0)
            return BadRequest();
        var engine = ml.Model.CreatePredictionEngine<Loan, Risk>(model); // KILN7002
        var risk = engine.Predict(loan);
        logger.LogInformation("risk {Risk}", risk.Probability);
        return risk.Probability;
    }

    [HttpPost("risks")]
    public IActionResult Risks([FromBody] Loan[] loans) =>
        Ok(model.Transform(ml.Data.LoadFromEnumerable(loans)).GetColumn<float>("Probability").ToArray());
}

public sealed class Loan
{
    public float Amount { get; set; }
    public float Income { get; set; }
}

public sealed class Risk
{
    public float Probability { get; set; }
}

public static class Services
{
    public static void Add(IServiceCollection services, string path)
    {
        var ml = new MLContext();
        services.AddSingleton(ml);
        services.AddSingleton(ml.Model.Load(path, out _));
    }
}
