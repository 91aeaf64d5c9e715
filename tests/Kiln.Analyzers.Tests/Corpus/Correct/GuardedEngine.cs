// origin: blind, second round
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;

namespace Permits;

public sealed class PermitClassifier
{
    readonly object _gate = new();
    readonly PredictionEngine<Permit, Decision> _engine;

    public PermitClassifier(MLContext ml, ITransformer model) => _engine = ml.Model.CreatePredictionEngine<Permit, Decision>(model);

    public Decision Decide(Permit permit)
    {
        lock (_gate)
            return _engine.Predict(permit);
    }
}

[ApiController]
[Route("permits")]
public sealed class PermitsController(PermitClassifier classifier) : ControllerBase
{
    [HttpPost]
    public ActionResult<Decision> Post([FromBody] Permit permit) => permit.Storeys < 1 ? BadRequest() : classifier.Decide(permit);
}

public static class Startup
{
    public static void ConfigureServices(IServiceCollection services) => services.AddSingleton<PermitClassifier>();
}

public sealed class Permit
{
    public float Storeys { get; set; }
    public float Area { get; set; }
}

public sealed class Decision
{
    public bool PredictedLabel { get; set; }
    public float Score { get; set; }
}
