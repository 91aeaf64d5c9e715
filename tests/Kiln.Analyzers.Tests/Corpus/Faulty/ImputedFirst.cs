// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Hearts;

sealed class Patient
{
    [LoadColumn(0)]
    public float Age { get; set; }

    [LoadColumn(1)]
    public float Cholesterol { get; set; }

    [LoadColumn(2)]
    public bool Ill { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 31);
        var patients = ml.Data.LoadFromTextFile<Patient>("heart.csv", separatorChar: ',', hasHeader: true);
        var preparation = ml.Transforms.ReplaceMissingValues(
                "Cholesterol", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(ml.Transforms.NormalizeMeanVariance("Age"))
            .Append(ml.Transforms.Concatenate("Features", "Age", "Cholesterol"));
        var prepared = preparation.Fit(patients).Transform(patients); // KILN5001
        var sides = ml.Data.TrainTestSplit(prepared, testFraction: 0.2);
        var trainer = ml.BinaryClassification.Trainers.FastTree("Ill");
        var model = trainer.Fit(sides.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(sides.TestSet), "Ill");
        Console.WriteLine($"{metrics.AreaUnderRocCurve:P1}");
    }
}
