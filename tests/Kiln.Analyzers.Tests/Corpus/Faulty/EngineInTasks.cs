// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shared.Tasks;

public class Tick
{
    public float Price { get; set; }
    public float Volume { get; set; }
}

public class Move
{
    [ColumnName("PredictedLabel")] public bool Up { get; set; }
}

public sealed class Watcher(PredictionEngine<Tick, Move> engine)
{
    public async Task<int> CountUps(IEnumerable<Tick> ticks)
    {
        var tasks = ticks.Select(tick => Task.Run(() => engine.Predict(tick).Up)).ToArray(); // KILN7001
        var moves = await Task.WhenAll(tasks);
        return moves.Count(up => up);
    }
}
