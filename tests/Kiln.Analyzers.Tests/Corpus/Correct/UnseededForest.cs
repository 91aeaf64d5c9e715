// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Unseeded;

public interface IForecaster
{
    float Forecast(float month, float price);
}

/// <summary>A forest has a seed of its own, 123 unless told otherwise: that of the context does not matter.</summary>
public sealed class Forecaster : IForecaster
{
    private sealed class Month
    {
        [LoadColumn(0)] public float Number { get; set; }
        [LoadColumn(1)] public float Price { get; set; }
        [LoadColumn(2)] public float Sold { get; set; }
    }

    private sealed class Forecasted
    {
        public float Score { get; set; }
    }

    private readonly MLContext _context = new MLContext();
    private readonly ITransformer _model;

    public Forecaster(string file)
    {
        var months = _context.Data.LoadFromTextFile<Month>(file, ',', true);
        _model = _context.Transforms.Concatenate("Features", nameof(Month.Number), nameof(Month.Price))
            .Append(_context.Regression.Trainers.FastForest(nameof(Month.Sold)))
            .Fit(months);
    }

    public float Forecast(float month, float price)
    {
        var view = _context.Data.LoadFromEnumerable([new Month { Number = month, Price = price }]);
        return _context.Data.CreateEnumerable<Forecasted>(_model.Transform(view), reuseRowObject: false).Single().Score;
    }
}
