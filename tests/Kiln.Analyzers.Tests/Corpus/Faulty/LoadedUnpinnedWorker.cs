// origin: alongside the rules
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Worker;

public sealed class Frame
{
    public float Load { get; set; }
    public float Latency { get; set; }
}

public sealed class Anomaly
{
    [ColumnName("PredictedLabel")] public bool IsAnomaly { get; set; }
    public float Score { get; set; }
}

public sealed class AnomalyWorker(ILogger<AnomalyWorker> logger, Func<Frame> next) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ml = new MLContext();
        var model = ml.Model.Load("Models/anomaly.zip", out _); // KILN3008
        using var engine = ml.Model.CreatePredictionEngine<Frame, Anomaly>(model);
        while (!stoppingToken.IsCancellationRequested)
        {
            var verdict = engine.Predict(next());
            if (verdict.IsAnomaly)
                logger.LogWarning("anomaly {Score}", verdict.Score);
            await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
        }
    }
}
