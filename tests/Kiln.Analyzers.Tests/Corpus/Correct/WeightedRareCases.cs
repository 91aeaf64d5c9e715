// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Machines;

/// <summary>Breakdowns are rare: they are repeated, or weighted, on the training side only.</summary>
public sealed class Breakdowns
{
    readonly MLContext _ml;

    public Breakdowns(int seed) => _ml = new MLContext(seed);

    public double Weighted(IEnumerable<Shift> shifts)
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(shifts), samplingKeyColumnName: nameof(Shift.Machine));
        var pipeline = _ml.Transforms.Concatenate("Features", nameof(Shift.Hours), nameof(Shift.Heat))
            .Append(_ml.Transforms.NormalizeMinMax("Features"))
            .Append(_ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = nameof(Shift.Broke),
                ExampleWeightColumnName = nameof(Shift.Weight),
                NumberOfThreads = 1,
            }));
        return _ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), "Broke").AreaUnderRocCurve;
    }

    public double Repeated(IEnumerable<Shift> shifts)
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(shifts), samplingKeyColumnName: nameof(Shift.Machine));
        var train = _ml.Data.CreateEnumerable<Shift>(split.TrainSet, reuseRowObject: false).ToList();
        var rare = train.Where(shift => shift.Broke).ToList();
        for (var i = 0; i < 9; i++)
            train.AddRange(rare);
        var model = _ml.Transforms.Concatenate("Features", nameof(Shift.Hours), nameof(Shift.Heat))
            .Append(_ml.BinaryClassification.Trainers.FastTree(nameof(Shift.Broke)))
            .Fit(_ml.Data.LoadFromEnumerable(train));
        return _ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Broke").AreaUnderRocCurve;
    }
}

public sealed class Shift
{
    public string Machine { get; set; } = "";
    public float Hours { get; set; }
    public float Heat { get; set; }
    public float Weight { get; set; } = 1;
    public bool Broke { get; set; }
}
