// origin: blind, second round
using Microsoft.ML;

namespace Logs;

/// <summary>Scores log lines on all processors; every thread has its own engine.</summary>
public sealed class LogScorer(MLContext ml, ITransformer model) : IDisposable
{
    readonly ThreadLocal<PredictionEngine<LogLine, Anomaly>> _engines =
        new(() => ml.Model.CreatePredictionEngine<LogLine, Anomaly>(model), trackAllValues: true);

    public float[] Score(IReadOnlyList<LogLine> lines)
    {
        var scores = new float[lines.Count];
        Parallel.For(0, lines.Count, i => scores[i] = _engines.Value!.Predict(lines[i]).Score);
        return scores;
    }

    public float[] ScoreLocally(IReadOnlyList<LogLine> lines)
    {
        var scores = new float[lines.Count];
        Parallel.For(
            0,
            lines.Count,
            () => ml.Model.CreatePredictionEngine<LogLine, Anomaly>(model),
            (i, _, engine) =>
            {
                scores[i] = engine.Predict(lines[i]).Score;
                return engine;
            },
            engine => engine.Dispose());
        return scores;
    }

    public void Dispose()
    {
        foreach (var engine in _engines.Values)
            engine.Dispose();
        _engines.Dispose();
    }
}

public sealed class LogLine
{
    public string Text { get; set; } = "";
}

public sealed class Anomaly
{
    public float Score { get; set; }
}
