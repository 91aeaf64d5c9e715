using Kiln.Monitoring;

namespace Kiln;

/// <summary>
/// Counts what a loaded model is asked and answers, in the bins of what it was trained on. Threads do not wait for each other, and nothing is
/// allocated for a row. The last window is closed when it is disposed, or the process ends.
/// </summary>
public sealed class ModelMonitor : IDisposable
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly MonitorOptions _options;
    readonly RowCounts _counter;
    readonly WindowFolder? _folder;
    readonly Samplers _samplers;
    readonly Stripe[] _stripes;
    readonly ITimer _timer;

    /// <summary>One window is closed after the other; what counts and what is read go on meanwhile.</summary>
    readonly object _closing = new();

    readonly object _window = new();
    readonly IDisposable _instruments;

    MonitorSums _last;
    DateTime _from;
    long _begun;
    int _second;
    volatile bool _isDisposed;

    internal ModelMonitor(ModelInfo info, string manifest, RowCounts counter, WindowFolder? folder, MonitorOptions options)
    {
        if (options.Every < Second)
            throw new ArgumentOutOfRangeException(nameof(options), options.Every, "A window is at least a second long.");
        if (options.Directory is { } directory && string.IsNullOrWhiteSpace(directory))
            throw new ArgumentException("The folder of windows has no name; leave Directory null where no files are to be written.", nameof(options));
        if (options.RowsPerSecond < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.RowsPerSecond, "At least one row a second is looked at.");
        (Info, Manifest, _counter, _folder, _options) = (info, manifest, counter, folder, options);
        _stripes = [.. Enumerable.Range(0, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount)).Select(_ => new Stripe(counter.Length))];
        _samplers = new(this, options.RowsPerSecond);
        _last = new(counter.Length);
        (_from, _begun) = (Now, options.Time.GetTimestamp());
        _timer = options.Time.CreateTimer(static monitor => ((ModelMonitor)monitor!).Tick(), this, Second, Second);
        _instruments = Instruments.Add(this);
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>What it counts of.</summary>
    public ModelInfo Info { get; }

    /// <summary>
    /// Why the last window was not handed over, as when the disk is full; null where it was. What it counted is part of the next one, unless it was written and only
    /// <see cref="MonitorOptions.OnWindow"/> failed.
    /// </summary>
    public Exception? Failure { get; private set; }

    /// <summary>What was counted since the last window was closed.</summary>
    public ModelWindow Current
    {
        get
        {
            lock (_window)
                return Since(Sum());
        }
    }

    /// <summary>How many rows were predicted since the model was loaded.</summary>
    public long Rows => Sum().Rows;

    internal ModelProfile Profile => _counter.Profile;

    internal string Manifest { get; }

    DateTime Now => _options.Time.GetUtcNow().UtcDateTime;

    /// <summary>Closes the window: it is written to <see cref="MonitorOptions.Directory"/> and handed to <see cref="MonitorOptions.OnWindow"/>, unless nothing was predicted in it.</summary>
    /// <returns>The window.</returns>
    /// <exception cref="IOException">It cannot be written; what it counted is part of the next one.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written; what it counted is part of the next one.</exception>
    public ModelWindow Cut()
    {
        lock (_closing)
        {
            // The next try comes when the next window ends.
            _begun = _options.Time.GetTimestamp();
            try
            {
                var window = HandOver(Sum());
                Failure = null;
                return window;
            }
            catch (Exception e)
            {
                Failure = e;
                throw;
            }
        }
    }

    ModelWindow HandOver(MonitorSums sums)
    {
        ModelWindow window;
        lock (_window)
            window = Since(sums);
        var isEmpty = window is { Rows: 0, Examined: 0 };
        if (!isEmpty && _folder is not null)
        {
            _folder.Write(window);
            Close(sums, window);
        }
        if (!isEmpty)
            _options.OnWindow?.Invoke(window);
        Close(sums, window);
        return window;
    }

    void Close(MonitorSums sums, ModelWindow window)
    {
        lock (_window)
            (_last, _from) = (sums, window.To);
    }

    /// <summary>Closes the last window. The model still predicts, and counts no more.</summary>
    public void Dispose()
    {
        lock (_window)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
        }
        AppDomain.CurrentDomain.ProcessExit -= End;
        _instruments.Dispose();
        _timer.Dispose();
        TryCut();
        _samplers.Free();
    }

    internal void Count(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores)
    {
        if (_isDisposed)
            return;
        var sampler = _samplers.Current;
        if (sampler.Count())
            _stripes[Thread.GetCurrentProcessorId() & (_stripes.Length - 1)].Add(sampler.Take(_second), _counter, numbers, texts, scores);
    }

    void End(object? sender, EventArgs e) => Dispose();

    void Tick()
    {
        _second++;
        _samplers.Renew();
        // Measured by a clock that nobody sets: windows end even if that of the wall goes back.
        // A callback that takes longer than a second has its thread to itself.
        if (_options.Time.GetElapsedTime(_begun) >= _options.Every && !_isDisposed && Monitor.TryEnter(_closing))
            try
            {
                TryCut();
            }
            finally
            {
                Monitor.Exit(_closing);
            }
    }

    /// <summary>A thread of the application's is no place to fail: a window that cannot be handed over is part of the next one, and <see cref="Failure"/> says why.</summary>
    void TryCut()
    {
        try
        {
            Cut();
        }
        catch (Exception e)
        {
            Tell(e);
        }
    }

    void Tell(Exception failure)
    {
        try
        {
            _options.OnFailure?.Invoke(failure);
        }
        catch (Exception e)
        {
            Failure = new AggregateException(failure, e);
        }
    }

    MonitorSums Sum()
    {
        var sums = new MonitorSums(_counter.Length) { Rows = _samplers.Rows };
        foreach (var stripe in _stripes)
            stripe.AddTo(ref sums);
        return sums;
    }

    ModelWindow Since(MonitorSums sums)
    {
        var counts = new long[_counter.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = sums.Counts[i] - _last.Counts[i];
        var columns = new Dictionary<string, IReadOnlyList<long>>(_counter.Profile.Columns.Count);
        for (var column = 0; column < _counter.Profile.Columns.Count; column++)
            columns.Add(_counter.Profile.Columns[column].Name, _counter.Of(column, counts).ToArray());
        var now = Now;
        return new(Info.Type, Info.Version, Manifest, _from, now > _from ? now : _from, sums.Rows - _last.Rows, sums.Examined - _last.Examined, sums.Squares - _last.Squares, columns);
    }
}
