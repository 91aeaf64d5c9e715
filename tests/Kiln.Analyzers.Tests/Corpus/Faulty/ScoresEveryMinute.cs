// origin: blind, second round
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Turbines;

public sealed class Monitor(Func<IReadOnlyList<Turbine>> turbines, ILogger<Monitor> logger) : BackgroundService
{
    const string ModelName = "turbine.mlnet";

    readonly MLContext _ml = new();
    ITransformer? _model;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _model = _ml.Model.Load(Path.Combine(AppContext.BaseDirectory, "assets", ModelName), out _); // KILN3008
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var turbine in turbines())
            {
                var wear = Wear(turbine);
                if (wear > 0.8f)
                    logger.LogWarning("{Name} is worn: {Wear}", turbine.Name, wear);
            }
            await Task.Delay(60_000, stoppingToken);
        }
    }

    float Wear(Turbine turbine) =>
        _ml.Model.CreatePredictionEngine<Turbine, Wear>(_model!).Predict(turbine).Score; // KILN7002
}

public sealed class Turbine
{
    public string Name { get; set; } = "";
    public float Vibration { get; set; }
    public float Heat { get; set; }
}

public sealed class Wear
{
    public float Score { get; set; }
}
