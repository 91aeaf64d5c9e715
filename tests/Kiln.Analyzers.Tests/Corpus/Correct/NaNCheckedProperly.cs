// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace NotANumber;

public class Patient
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public float Pulse { get; set; }
    [LoadColumn(2)] public bool Sick { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Patient>("patients.csv", ',', true);
        var complete = ml.Data.FilterByCustomPredicate<Patient>(rows, patient => float.IsNaN(patient.Pulse) || patient.Age.Equals(float.NaN));
        var known = ml.Data.FilterRowsByMissingValues(complete, "Age");
        var split = ml.Data.TrainTestSplit(known);
        var model = ml.Transforms.IndicateMissingValues("PulseMissing", "Pulse")
            .Append(ml.Transforms.Conversion.ConvertType("PulseMissing", outputKind: DataKind.Single))
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pulse", "PulseMissing"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Sick"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Sick").AreaUnderRocCurve);
    }
}
