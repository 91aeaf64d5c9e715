using Kiln.Monitoring;

namespace Kiln.Tests.Monitoring;

/// <summary>The small model with a profile, loaded so that it counts.</summary>
sealed class MonitoredModel : IDisposable
{
    const string Profile = """
        "profile": [
          { "name": "Age", "kind": "number", "edges": [20, 30, 40], "rows": [1000, 1000, 1000, 900, 100], "spread": 0, "missingSpread": 0, "parts": 0 },
          { "name": "Contract", "kind": "category", "values": ["monthly", "ünï"], "others": ["yearly"], "rows": [2000, 1000, 900, 0, 100], "spread": 0, "missingSpread": 0, "parts": 0 },
          { "name": "Probability", "kind": "probability", "edges": [0.5], "rows": [600, 400, 0], "positive": [100, 300, 0], "spread": 0, "missingSpread": 0, "parts": 0 },
          { "name": "PredictedLabel", "kind": "label", "rows": [600, 400, 0], "spread": 0, "missingSpread": 0, "parts": 0 }
        ],
        """;

    public readonly ModelFolder Folder = new();
    public readonly SetClock Clock = new();

    public MonitoredModel() => Folder.EditManifest("\"rows\": {", Profile + " \"rows\": {");

    public string Windows => Path.Combine(Folder.Path, "windows");

    public Predictor Load(MonitorOptions options) => Predictor.Load(
        ModelFolder.Model, new ModelOptions { Directory = Folder.Path, Monitor = options with { Time = Clock } }, ModelFolder.Numbers, ModelFolder.Texts, ModelFolder.Classes);

    /// <summary>Every row is looked at.</summary>
    public Predictor Load() => Load(new() { RowsPerSecond = int.MaxValue });

    public static void Score(Predictor predictor, float age, string? contract) => predictor.Score([70, age], [contract], new float[2]);

    public void Dispose() => Folder.Dispose();
}

/// <summary>A clock that goes when it is told to, and back.</summary>
sealed class SetClock : TimeProvider
{
    readonly List<Timer> _timers = [];

    public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    public TimeSpan Elapsed { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Lets time go by.</summary>
    public void Go(TimeSpan time)
    {
        (Now, Elapsed) = (Now + time, Elapsed + time);
        _timers.ForEach(timer => timer.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add(new(() => callback(state)));
        return _timers[^1];
    }

    sealed class Timer(Action ring) : ITimer
    {
        bool _isStopped;

        public void Ring()
        {
            if (!_isStopped)
                ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _isStopped = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
