// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ThreadLocals;

public class Query
{
    public string Text { get; set; } = "";
}

public class Intent
{
    [ColumnName("PredictedLabel")] public string Name { get; set; } = "";
}

public sealed class IntentService(MLContext ml, ITransformer model) : IDisposable
{
    readonly ThreadLocal<PredictionEngine<Query, Intent>> _engines = new(() => ml.Model.CreatePredictionEngine<Query, Intent>(model), trackAllValues: true);

    public string Of(string text) => _engines.Value!.Predict(new Query { Text = text }).Name;

    public void Dispose()
    {
        foreach (var engine in _engines.Values)
            engine.Dispose();
        _engines.Dispose();
    }
}

[ApiController]
public class IntentController(IntentService intents) : ControllerBase
{
    [HttpGet("intent")]
    public IActionResult Get(string text) => Ok(intents.Of(text));
}

public static class Registration
{
    public static IServiceCollection AddIntents(this IServiceCollection services) => services.AddSingleton<IntentService>();
}
