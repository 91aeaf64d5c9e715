// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Tuning.Retry;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2), ColumnName("Label")] public bool Y { get; set; }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>(args[0], ','), 0.2);
        var trees = 20;
        double auc;
        ITransformer model;
        do
        {
            var options = new FastForestBinaryTrainer.Options { NumberOfTrees = trees };
            model = ml.Transforms.Concatenate("Features", "A", "B")
                .Append(ml.BinaryClassification.Trainers.FastForest(options))
                .Fit(split.TrainSet);
            auc = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).AreaUnderRocCurve; // KILN4008
            trees *= 2;
        }
        while (auc < 0.9 && trees < 2000);
        ml.Model.Save(model, split.TrainSet.Schema, args[1]);
    }
}
