using Microsoft.Extensions.Hosting;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>Loads the models before the application serves, and looks at their files while it does. Watching the file system loses events on shares, in containers and behind links.</summary>
sealed class ModelReloading(IEnumerable<CurrentModel> models, TimeProvider? time = null) : BackgroundService
{
    readonly CurrentModel[] _models = [.. models];
    readonly TimeProvider _time = time ?? TimeProvider.System;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_models.Select(model => Task.Run(model.Start, cancellationToken))).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_models.Where(model => model.Interval is not null).Select(model => WatchAsync(model, stoppingToken)));

    async Task WatchAsync(CurrentModel model, CancellationToken stopping)
    {
        var interval = model.Interval!.Value;
        using var timer = new PeriodicTimer(interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
                await Task.Run(model.Refresh, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application ends.
        }
    }
}
