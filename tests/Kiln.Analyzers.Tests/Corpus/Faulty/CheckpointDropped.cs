// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rain;

sealed class Day
{
    [LoadColumn(1)]
    public float Pressure { get; set; }

    [LoadColumn(2)]
    public float Humidity { get; set; }

    [LoadColumn(3), ColumnName("Label")]
    public bool Rain { get; set; }
}

sealed class Forecaster
{
    readonly MLContext _ml = new(seed: 0);

    public ITransformer Train(string path)
    {
        var days = _ml.Data.LoadFromTextFile<Day>(path, separatorChar: ',');
        var prepared = _ml.Transforms.Concatenate("Features", nameof(Day.Pressure), nameof(Day.Humidity));
        prepared.AppendCacheCheckpoint(_ml); // KILN4010
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(historySize: 20); // KILN2006
        return prepared.Append(trainer).Fit(days);
    }
}
