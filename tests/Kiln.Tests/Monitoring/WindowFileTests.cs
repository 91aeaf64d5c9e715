using Kiln.Monitoring;

namespace Kiln.Tests.Monitoring;

/// <summary>When windows end, and where they go.</summary>
public sealed class WindowFileTests : IDisposable
{
    readonly MonitoredModel _model = new();

    public void Dispose() => _model.Dispose();

    string[] Files() => [.. Directory.GetFiles(_model.Windows).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_window_is_a_file_with_the_manifest_beside_it_and_the_last_one_is_written_at_the_end()
    {
        var predictor = _model.Load(new() { Directory = _model.Windows, Every = TimeSpan.FromMinutes(10), Replica = "web 1" });
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));
        _model.Clock.Go(TimeSpan.FromMinutes(10)); // Nothing is predicted in this one.
        MonitoredModel.Score(predictor, 20, "ünï");
        MonitoredModel.Score(predictor, 20, "ünï");
        predictor.Monitor!.Dispose();
        predictor.Monitor.Dispose();

        var manifest = Files()[2];
        Assert.Equal(["Shop.ChurnModel.20261201T080000000Z.web-1.window.json", "Shop.ChurnModel.20261201T082000000Z.web-1.window.json"], Files()[..2]);
        Assert.Matches(@"^Shop\.ChurnModel\.[0-9a-f]{8}\.model\.json$", manifest);
        Assert.Equal(File.ReadAllText(_model.Folder.Manifest), File.ReadAllText(Path.Combine(_model.Windows, manifest)));
        var windows = Files()[..2].Select(file => ModelWindow.Parse(File.ReadAllText(Path.Combine(_model.Windows, file)))).ToList();
        Assert.Equal([1, 2], windows.Select(window => window.Rows));
        Assert.Equal(new DateTime(2026, 12, 1, 8, 10, 0), windows[0].To);
        Assert.Equal((new DateTime(2026, 12, 1, 8, 20, 0), new DateTime(2026, 12, 1, 8, 20, 0)), (windows[1].From, windows[1].To));
    }

    /// <summary>As where the disk is full: what was counted is in the next window that can be written.</summary>
    [Fact]
    public void What_cannot_be_written_is_part_of_the_next_window_and_predictions_go_on()
    {
        File.WriteAllText(_model.Windows, "a file where the folder would be");
        var predictor = _model.Load(new() { Directory = _model.Windows, Every = TimeSpan.FromMinutes(10) });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));
        Assert.IsAssignableFrom<IOException>(monitor.Failure);
        Assert.ThrowsAny<IOException>(monitor.Cut);

        File.Delete(_model.Windows);
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));

        Assert.Null(monitor.Failure);
        Assert.Equal(2, ModelWindow.Parse(File.ReadAllText(Path.Combine(_model.Windows, Files()[0]))).Rows);
        Assert.DoesNotContain(Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_that_goes_back_makes_no_window_that_ends_before_it_begins_and_stops_none()
    {
        var windows = new List<ModelWindow>();
        var predictor = _model.Load(new() { OnWindow = windows.Add, Every = TimeSpan.FromMinutes(10) });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Now = _model.Clock.Now.AddHours(-1);
        _model.Clock.Go(TimeSpan.FromMinutes(10));

        Assert.Equal((1, 1), (windows.Count, windows[0].Rows));
        Assert.Equal(windows[0].From, windows[0].To);
    }

    [Fact]
    public void What_a_callback_throws_stops_nothing()
    {
        var predictor = _model.Load(new() { OnWindow = _ => throw new InvalidOperationException("no"), Every = TimeSpan.FromMinutes(10) });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));

        Assert.Equal("no", monitor.Failure!.Message);
        Assert.Equal(1, monitor.Current.Rows);
    }

    [Fact]
    public void What_is_told_of_a_failure_and_fails_itself_stops_nothing()
    {
        var predictor = _model.Load(new() { OnWindow = _ => throw new InvalidOperationException("no"), OnFailure = e => throw new InvalidOperationException("not " + e.Message), Every = TimeSpan.FromMinutes(10) });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));

        Assert.Equal(["no", "not no"], Assert.IsType<AggregateException>(monitor.Failure).InnerExceptions.Select(e => e.Message));
    }

    /// <summary>A window that is written is closed: what it counted would otherwise be in the next one, too.</summary>
    [Fact]
    public void What_is_written_is_not_written_again_where_the_callback_fails()
    {
        var calls = 0;
        var predictor = _model.Load(new() { Directory = _model.Windows, OnWindow = _ => throw new InvalidOperationException($"no {++calls}"), Every = TimeSpan.FromMinutes(10) });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));
        _model.Clock.Go(TimeSpan.FromSeconds(1));
        MonitoredModel.Score(predictor, 20, "ünï");
        _model.Clock.Go(TimeSpan.FromMinutes(10));

        Assert.Equal("no 2", monitor.Failure!.Message);
        Assert.Equal([1, 1], Files().Where(file => file.EndsWith(".window.json", StringComparison.Ordinal)).Select(file => ModelWindow.Parse(File.ReadAllText(Path.Combine(_model.Windows, file))).Rows));
    }

    /// <summary>One that waits for a server is waited for by nobody.</summary>
    [Fact]
    public async Task While_a_callback_takes_its_time_windows_are_read_and_no_other_is_closed()
    {
        using var called = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        var windows = new List<ModelWindow>();
        var predictor = _model.Load(new()
        {
            Every = TimeSpan.FromMinutes(10),
            OnWindow = window =>
            {
                windows.Add(window);
                called.Release();
                goOn.Wait();
            },
        });
        using var monitor = predictor.Monitor!;
        MonitoredModel.Score(predictor, 20, "ünï");
        var closing = Task.Run(() => _model.Clock.Go(TimeSpan.FromMinutes(10)), TestContext.Current.CancellationToken);
        await called.WaitAsync(TestContext.Current.CancellationToken);

        _model.Clock.Go(TimeSpan.FromMinutes(10));
        MonitoredModel.Score(predictor, 20, "ünï");
        Assert.Equal(2, monitor.Current.Rows);

        goOn.Release(10);
        await closing;
        Assert.Equal((1, 1L), (windows.Count, monitor.Current.Rows));
    }
}
