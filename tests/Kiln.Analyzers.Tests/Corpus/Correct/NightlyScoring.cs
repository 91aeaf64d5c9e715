// origin: blind, second round
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Meters;

/// <summary>Loads at the start, then scores what has come in, hour by hour.</summary>
public sealed class NightlyScoring(IConfiguration configuration, IReadings readings, ILogger<NightlyScoring> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ml = new MLContext();
        var model = ml.Model.Load(configuration["Meters:Model"]!, out _);
        var engine = ml.Model.CreatePredictionEngine<Reading, Expected>(model);
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = DateTime.UtcNow;
            foreach (var reading in readings.Open())
            {
                var expected = engine.Predict(reading);
                if (Math.Abs(expected.Score - reading.Value) > 3 * reading.Deviation)
                    logger.LogWarning("meter {Meter} reads {Value}", reading.Meter, reading.Value);
            }
            logger.LogInformation("took {Time}", DateTime.UtcNow - started);
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
        }
    }
}

public interface IReadings
{
    IEnumerable<Reading> Open();
}

public sealed class Reading
{
    public string Meter { get; set; } = "";
    public float Value { get; set; }
    public float Deviation { get; set; }
}

public sealed class Expected
{
    [ColumnName("Score")] public float Score { get; set; }
}

public static class Registration
{
    public static IServiceCollection AddMeters(this IServiceCollection services) => services.AddHostedService<NightlyScoring>();
}
