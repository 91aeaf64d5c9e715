using Kiln.Serving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>
/// The loaded model of a class, of today and of later. What is injected as <typeparamref name="TModel"/> is one loaded model for good; what lives
/// longer than a request asks here instead.
/// </summary>
/// <typeparam name="TModel">The model's class.</typeparam>
public sealed class CurrentModel<TModel> : CurrentModel, IDisposable
    where TModel : class, ILoadable<TModel>
{
    /// <summary>Files that are replaced while they are read are whole a moment later.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    readonly IOptionsMonitor<KilnModelOptions<TModel>> _options;
    readonly string _key;
    readonly TimeProvider _time;
    readonly ModelLog _log;
    readonly Listeners<TModel> _listeners = new();
    readonly object _refreshing = new();
    volatile Loaded<TModel>? _loaded;
    volatile ModelStatus? _status;
    Exception? _why;

    internal CurrentModel(IOptionsMonitor<KilnModelOptions<TModel>> options, string? key, ILogger logger, TimeProvider time)
    {
        (_options, _key, _time) = (options, key ?? Options.DefaultName, time);
        Name = Current.Name ?? (key is null ? typeof(TModel).Name : $"{typeof(TModel).Name}.{key}");
        _log = new(Name, logger);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    KilnModelOptions<TModel> Current
    {
        get
        {
            var options = _options.Get(_key);
            return options.Invalid is { } invalid ? throw invalid : options;
        }
    }

    /// <summary>The loaded model: the same object until its files are others.</summary>
    /// <exception cref="InvalidOperationException">None could be loaded yet.</exception>
    public TModel Value
    {
        get
        {
            // Without a host, who asks first loads.
            if (_status is null)
                Refresh();
            return _loaded?.Model ?? throw new InvalidOperationException($"The model '{Name}' is not loaded: {_status?.Reason}", _why);
        }
    }

    /// <inheritdoc/>
    public override ModelStatus Status => _status ?? Refresh();

    internal override TimeSpan? Interval => Current is { Reload: true } options ? options.ReloadInterval : null;

    /// <summary>Has a listener called with each model that takes the place of another. It is called after <see cref="Value"/> is the new one, one at a time.</summary>
    /// <param name="listener">What is called; an exception of it is logged.</param>
    /// <returns>What ends it when it is disposed.</returns>
    public IDisposable OnChange(Action<TModel> listener) => _listeners.Add(listener);

    internal override void Start()
    {
        if (Refresh().State == ModelState.Unavailable && Interval is null)
            throw new InvalidOperationException($"The model '{Name}' cannot be loaded: {_why?.Message}", _why);
    }

    /// <inheritdoc/>
    public override ModelStatus Refresh()
    {
        lock (_refreshing)
        {
            ModelOptions? options = null;
            FileStamp? before = null;
            try
            {
                options = Current.Load;
                before = FileStamp.Of(options.Directory, TModel.FileName);
                if (_status is not { State: ModelState.Serving } || !_loaded!.IsFrom(options, before))
                    Load(options, before);
            }
            // Whatever a model's files, its code or the configuration throw: the model that is there goes on.
            catch (Exception e)
            {
                if (_loaded is not null && IsBeingWritten(options, before))
                    return _status!;
                Fail(e);
            }
            return _status!;
        }
    }

    void Load(ModelOptions options, FileStamp before)
    {
        var last = _loaded;
        var isOther = last is null || !last.HasContent(options, before);
        // Of the same content only damage is looked for: nothing of what the options ask for begins a second time.
        var model = TModel.Load(isOther ? Watched(options) : new() { Directory = options.Directory });
        var isCertain = FileStamp.Of(options.Directory, TModel.FileName) == before;
        // Which of two contents was loaded is not known; the next look will tell.
        if (last is not null && !isCertain)
        {
            if (isOther)
                CloseWindow(model);
            return;
        }
        var loaded = new Loaded<TModel>(isOther ? model : last!.Model, options, isCertain ? before : null);
        _loaded = loaded;
        var now = _time.GetUtcNow();
        _status = new(ModelState.Serving, _status is { State: ModelState.Serving } ? _status.Since : now, null, loaded.Model as IServedModel, isOther ? now : _status!.LoadedAt);
        _why = null;
        if (!isOther)
        {
            _log.Recovered();
            return;
        }
        _log.Loaded(_status.Served?.Info.Version ?? "");
        if (last is null)
            return;
        CloseWindow(last.Model);
        _listeners.Call(loaded.Model, _log);
    }

    /// <summary>Nobody looks at a monitor that cannot write its windows, and everybody at the log.</summary>
    ModelOptions Watched(ModelOptions options) =>
        options.Monitor is { OnFailure: null } monitor ? options with { Monitor = monitor with { OnFailure = e => _log.WindowFailed(e) } } : options;

    /// <summary>Closes the last window of what the loaded model counted, if it counts.</summary>
    public void Dispose()
    {
        if (_loaded is { } loaded)
            CloseWindow(loaded.Model);
    }

    /// <summary>What it counted is of its version, and not of the next. The requests that still use it are no longer counted.</summary>
    static void CloseWindow(TModel model) => (model as IServedModel)?.Monitor?.Dispose();

    /// <summary>Whether the files changed since they were looked at: then they are not wrong, but not all there yet.</summary>
    static bool IsBeingWritten(ModelOptions? options, FileStamp? before)
    {
        if (options is null || before is null)
            return false;
        Thread.Sleep(Moment);
        return FileStamp.Of(options.Directory, TModel.FileName) != before;
    }

    void Fail(Exception e)
    {
        var state = _loaded is null ? ModelState.Unavailable : ModelState.Degraded;
        _why = e;
        _log.Failed(state, e);
        if (_status is { } last && last.State == state && last.Reason == e.Message)
            return;
        _status = new(state, _status?.State == state ? _status.Since : _time.GetUtcNow(), e.Message, _status?.Served, _status?.LoadedAt);
    }
}
