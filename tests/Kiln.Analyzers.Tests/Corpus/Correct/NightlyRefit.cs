// origin: blind, first round
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Energy;

public sealed class Load
{
    public float Hour { get; set; }

    public float Temperature { get; set; }

    public float Megawatts { get; set; }
}

public interface ILoads
{
    IReadOnlyList<Load> Before(DateTime day);
}

public sealed class NightlyRefit(ILoads loads, ILogger<NightlyRefit> logger) : BackgroundService
{
    volatile ITransformer? _model;

    public ITransformer? Model => _model;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var ml = new MLContext(seed: 1);
            var rows = loads.Before(DateTime.Today);
            var cut = rows.Count * 9 / 10;
            var pipeline = ml.Transforms.Concatenate("Features", nameof(Load.Hour), nameof(Load.Temperature))
                .Append(ml.Regression.Trainers.FastTreeTweedie(nameof(Load.Megawatts)));
            var watch = Stopwatch.StartNew();
            var candidate = pipeline.Fit(ml.Data.LoadFromEnumerable(rows.Take(cut)));
            var metrics = ml.Regression.Evaluate(candidate.Transform(ml.Data.LoadFromEnumerable(rows.Skip(cut))), nameof(Load.Megawatts));
            logger.LogInformation("R² {RSquared} after {Elapsed}", metrics.RSquared, watch.Elapsed);
            if (metrics.RSquared > 0.6)
                _model = pipeline.Fit(ml.Data.LoadFromEnumerable(rows));
            await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
        }
    }
}
