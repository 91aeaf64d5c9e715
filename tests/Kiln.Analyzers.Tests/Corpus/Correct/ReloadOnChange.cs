// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Reload;

public class Sample
{
    public float X { get; set; }
}

public class Score
{
    [ColumnName("Score")] public float Value { get; set; }
}

/// <summary>Loads again only when somebody says that there is a new model.</summary>
public sealed class ReloadingScorer(MLContext ml, Func<Stream> open)
{
    ITransformer _model = Read(ml, open);

    public void Reload() => Interlocked.Exchange(ref _model, Read(ml, open));

    public float[] Score(IEnumerable<Sample> samples)
    {
        var scored = Volatile.Read(ref _model).Transform(ml.Data.LoadFromEnumerable(samples));
        return [.. scored.GetColumn<float>("Score")];
    }

    static ITransformer Read(MLContext ml, Func<Stream> open)
    {
        using var stream = open();
        return ml.Model.Load(stream, out _);
    }
}
