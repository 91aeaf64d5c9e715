// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shared.Registered;

public class Text
{
    public string Body { get; set; } = "";
}

public class Language
{
    [ColumnName("PredictedLabel")] public string Code { get; set; } = "";
}

public static class Startup
{
    public static void ConfigureServices(IServiceCollection services)
    {
        var mlContext = new MLContext();
        var model = mlContext.Model.Load("language.zip", out _); // KILN3008
        services.AddSingleton(mlContext);
        services.AddSingleton(mlContext.Model.CreatePredictionEngine<Text, Language>(model)); // KILN7001
    }
}

[ApiController]
public class LanguageController : ControllerBase
{
    private readonly PredictionEngine<Text, Language> _engine;

    public LanguageController(PredictionEngine<Text, Language> engine) => _engine = engine;

    [HttpPost("language")]
    public ActionResult<string> Post([FromBody] Text text) => _engine.Predict(text).Code;
}
