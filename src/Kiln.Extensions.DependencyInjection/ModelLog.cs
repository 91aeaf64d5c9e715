using Microsoft.Extensions.Logging;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>What is logged of a model: each reason once until it is well again, however often its files are looked at.</summary>
sealed partial class ModelLog(string model, ILogger logger)
{
    readonly HashSet<string> _reasons = new(StringComparer.Ordinal);

    public void Loaded(string version)
    {
        _reasons.Clear();
        LogLoaded(logger, model, version);
    }

    public void Recovered()
    {
        if (_reasons.Count == 0)
            return;
        _reasons.Clear();
        LogRecovered(logger, model);
    }

    public void Failed(ModelState state, Exception e)
    {
        if (!_reasons.Add(e.Message))
            return;
        if (state == ModelState.Degraded)
            LogDegraded(logger, model, e.Message);
        else
            LogUnavailable(logger, model, e.Message);
    }

    public void ListenerFailed(Exception e) => LogListenerFailed(logger, model, e);

    public void WindowFailed(Exception e) => LogWindowFailed(logger, model, e.Message);

    [LoggerMessage(1, LogLevel.Information, "The model {Model} is loaded: {Version}.", EventName = "ModelLoaded")]
    static partial void LogLoaded(ILogger logger, string model, string version);

    [LoggerMessage(2, LogLevel.Information, "The files of the model {Model} are again those that it serves.", EventName = "ModelRecovered")]
    static partial void LogRecovered(ILogger logger, string model);

    [LoggerMessage(3, LogLevel.Warning, "The model {Model} goes on as it was, because its files cannot be loaded: {Reason}", EventName = "ModelDegraded")]
    static partial void LogDegraded(ILogger logger, string model, string reason);

    [LoggerMessage(4, LogLevel.Error, "The model {Model} cannot be loaded: {Reason}", EventName = "ModelUnavailable")]
    static partial void LogUnavailable(ILogger logger, string model, string reason);

    [LoggerMessage(5, LogLevel.Error, "What listens to changes of the model {Model} failed.", EventName = "ModelListenerFailed")]
    static partial void LogListenerFailed(ILogger logger, string model, Exception e);

    [LoggerMessage(6, LogLevel.Warning, "What the model {Model} counted could not be handed over, and is part of its next window: {Reason}", EventName = "ModelWindowFailed")]
    static partial void LogWindowFailed(ILogger logger, string model, string reason);
}
