// origin: alongside the rules
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Worker;

public sealed class Frame
{
    public float Load { get; set; }
}

public sealed class Anomaly
{
    [ColumnName("PredictedLabel")] public bool IsAnomaly { get; set; }
}

/// <summary>One loop, one thread, one engine that lives as long as the loop.</summary>
public sealed class AnomalyWorker(ILogger<AnomalyWorker> logger, MLContext ml, ITransformer model, Func<Frame> next) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var engine = ml.Model.CreatePredictionEngine<Frame, Anomaly>(model);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (engine.Predict(next()).IsAnomaly)
                logger.LogWarning("anomaly");
            await Task.Delay(1000, stoppingToken);
        }
    }
}

public static class Registration
{
    public static void AddWorker(this IServiceCollection services) => services.AddHostedService<AnomalyWorker>();
}
