// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Cards;

sealed class Payment
{
    [LoadColumn(0)]
    public float Amount { get; set; }

    [LoadColumn(1)]
    public float Hour { get; set; }

    [LoadColumn(2), ColumnName("Label")]
    public bool Stolen { get; set; }
}

sealed class Detector(MLContext ml)
{
    public ITransformer Train(IDataView payments)
    {
        var (train, test) = Sides(payments);
        var rows = ml.Data.CreateEnumerable<Payment>(train, reuseRowObject: false).ToList();
        var stolen = rows.Where(row => row.Stolen).ToList();
        for (var i = 0; i < 9; i++)
            rows.AddRange(stolen);
        var balanced = ml.Data.ShuffleRows(ml.Data.LoadFromEnumerable(rows), seed: 6);
        var model = ml.Transforms.Concatenate("Features", "Amount", "Hour").Append(ml.BinaryClassification.Trainers.LightGbm())
            .Fit(balanced);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        Console.WriteLine($"{metrics.AreaUnderPrecisionRecallCurve:F3} {metrics.F1Score:F3}");
        return model;
    }

    (IDataView Train, IDataView Test) Sides(IDataView payments)
    {
        var split = ml.Data.TrainTestSplit(payments, testFraction: 0.2, seed: 1);
        return (split.TrainSet, split.TestSet);
    }
}
