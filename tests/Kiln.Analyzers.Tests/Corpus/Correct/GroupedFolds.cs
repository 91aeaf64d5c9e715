// origin: alongside the rules
// contract: visits
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Hospital.Grouped;

public class Visit
{
    [LoadColumn(0)] public string PatientId { get; set; } = "";
    [LoadColumn(1)] public float Age { get; set; }
    [LoadColumn(3)] public string Ward { get; set; } = "";
    [LoadColumn(4)] public bool Readmitted { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("data/visits.csv", ',', hasHeader: true);
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("WardCode", "Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age", "WardCode"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Readmitted"));

        // All visits of a patient fall into one fold.
        var folds = ml.BinaryClassification.CrossValidate(visits, pipeline, 5, "Readmitted", samplingKeyColumnName: nameof(Visit.PatientId));
        Console.WriteLine($"AUC {folds.Average(fold => fold.Metrics.AreaUnderRocCurve):0.000}");
    }
}
