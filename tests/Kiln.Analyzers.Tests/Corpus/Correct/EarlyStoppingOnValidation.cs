// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace EarlyStopping;

public class Row
{
    [LoadColumn(0, 29), VectorType(30)] public float[] Features { get; set; } = [];
    [LoadColumn(30)] public bool Label { get; set; }
}

public class Trainer
{
    private readonly MLContext _ml = new MLContext(seed: 6);

    public ITransformer Train(string path)
    {
        var outer = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Row>(path), 0.2);
        var inner = _ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var trainer = _ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = 1000,
            EarlyStoppingRule = new Microsoft.ML.Trainers.FastTree.GeneralityLossRule(),
        });
        var model = trainer.Fit(inner.TrainSet, inner.TestSet);
        var metrics = _ml.BinaryClassification.Evaluate(model.Transform(outer.TestSet));
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.0000}");
        return model;
    }
}
