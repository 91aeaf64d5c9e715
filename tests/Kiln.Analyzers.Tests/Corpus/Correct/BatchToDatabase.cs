// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Parcels;

/// <summary>Scores a day's parcels in one go. Nothing here draws random numbers.</summary>
public sealed class DelayBatch
{
    readonly MLContext _ml = new();
    readonly ITransformer _model;
    readonly Func<string, string> _setting;

    public DelayBatch(Func<string, string> setting)
    {
        _setting = setting;
        using var stream = File.OpenRead(setting("delay.model"));
        _model = _ml.Model.Load(stream, out _);
    }

    public int Run(DateTime day)
    {
        var file = Path.Combine(_setting("delay.inbox"), $"{day:yyyy-MM-dd}.csv");
        var parcels = _ml.Data.LoadFromTextFile<Parcel>(file, separatorChar: ',', hasHeader: true);
        var scored = _ml.Data.CreateEnumerable<Delay>(_model.Transform(parcels), reuseRowObject: true);
        var late = 0;
        using var writer = File.CreateText(Path.ChangeExtension(file, ".out"));
        foreach (var delay in scored)
        {
            if (delay.Score == float.PositiveInfinity || float.IsNaN(delay.Score))
                continue;
            if (delay.Score > 24)
                late++;
            writer.WriteLine($"{delay.Number},{delay.Score:0.0}");
        }
        return late;
    }
}

sealed class Parcel
{
    [LoadColumn(0)] public string Number { get; set; } = "";
    [LoadColumn(2)] public float Kilos { get; set; }
    [LoadColumn(3)] public string Depot { get; set; } = "";
}

sealed class Delay
{
    public string Number { get; set; } = "";
    public float Score { get; set; }
}
