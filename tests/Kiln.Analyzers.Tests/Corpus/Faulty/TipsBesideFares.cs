// origin: blind, second round
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Taxi;

/// <summary>What a ride costs.</summary>
[Model("rides", Label = "Fare", Version = "0.4.0")]
[Gate(Metric.RSquared, AtLeast = 0.6)]
public sealed partial class FareModel;

/// <summary>Tips, trained by the application itself every night.</summary>
public sealed class TipService
{
    static readonly string ModelPath = Path.Combine(AppContext.BaseDirectory, "Models", "tips.zip");

    readonly MLContext _ml = new();

    public void Retrain(IEnumerable<Tip> tips)
    {
        var rows = _ml.Data.LoadFromEnumerable(tips);
        var model = _ml.Transforms.Concatenate("Features", nameof(Tip.Fare), nameof(Tip.Hour))
            .Append(_ml.Regression.Trainers.LightGbm(nameof(Tip.Amount)))
            .Fit(rows);
        _ml.Model.Save(model, rows.Schema, ModelPath); // KILN3007
    }

    public ITransformer Current() => _ml.Model.Load(ModelPath, out _); // KILN3008
}

/// <summary>A tip.</summary>
public sealed class Tip
{
    /// <summary>What was paid.</summary>
    public float Fare { get; set; }

    /// <summary>When.</summary>
    public float Hour { get; set; }

    /// <summary>What was given on top.</summary>
    public float Amount { get; set; }
}
