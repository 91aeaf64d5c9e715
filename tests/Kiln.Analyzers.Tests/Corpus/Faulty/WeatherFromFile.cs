// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Weather;

public sealed class Observation
{
    [LoadColumn(0)] public float Temperature { get; set; }
    [LoadColumn(1)] public float Humidity { get; set; }
    [LoadColumn(2)] public float Wind { get; set; }
    [LoadColumn(2)] public float Pressure { get; set; } // KILN2008
    [LoadColumn(4)] public float Rain { get; set; }
}

public sealed class Forecast
{
    public float Rain { get; set; }
    public float Score { get; set; }
}

public sealed class Forecaster
{
    readonly MLContext _ml = new(seed: 2);

    public IEnumerable<Forecast> Run(string past, string tomorrow)
    {
        var rows = _ml.Data.LoadFromTextFile<Observation>(past, hasHeader: true, separatorChar: ',');
        var model = _ml.Transforms.Concatenate("Features", "Temperature", "Humidity", "Wind", "Pressure")
            .Append(_ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(_ml.Regression.Trainers.OnlineGradientDescent("Rain"))
            .Fit(rows);
        var next = _ml.Data.LoadFromTextFile<Observation>(tomorrow, hasHeader: true, separatorChar: ',');
        return _ml.Data.CreateEnumerable<Forecast>(model.Transform(next), reuseRowObject: false);
    }
}
