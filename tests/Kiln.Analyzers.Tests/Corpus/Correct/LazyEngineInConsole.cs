// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Desktop;

/// <summary>A window that predicts on its own thread: one engine, made when first needed.</summary>
public sealed class PredictionViewModel(Func<Stream> open) : IDisposable
{
    readonly MLContext _context = new();
    PredictionEngine<Measurement, Verdict>? _engine;

    PredictionEngine<Measurement, Verdict> Engine => _engine ??= Create();

    public string Verdict { get; private set; } = "";

    public void Measure(float pressure, float temperature)
    {
        var verdict = Engine.Predict(new Measurement { Pressure = pressure, Temperature = temperature });
        Verdict = verdict.Faulty ? $"faulty ({verdict.Probability:P0})" : "fine";
    }

    public void Dispose() => _engine?.Dispose();

    PredictionEngine<Measurement, Verdict> Create()
    {
        using var stream = open();
        return _context.Model.CreatePredictionEngine<Measurement, Verdict>(_context.Model.Load(stream, out _));
    }
}

public sealed class Measurement
{
    public float Pressure { get; set; }
    public float Temperature { get; set; }
}

public sealed class Verdict
{
    [ColumnName("PredictedLabel")] public bool Faulty { get; set; }
    public float Probability { get; set; }
}
