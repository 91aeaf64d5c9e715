// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Loans;

public class Loan { [LoadColumn(0)] public float Income { get; set; } [LoadColumn(1)] public float Debt { get; set; } [LoadColumn(2)] public bool Default { get; set; } }

public sealed class Folds
{
    public void Run(string path)
    {
        var ml = new MLContext(seed: 31);
        var label = nameof(Loan.Default);
        var loans = ml.Data.LoadFromTextFile<Loan>(path, ',');
        var chain = ml.Transforms.Concatenate("Features", "Income", "Debt").Append(ml.BinaryClassification.Trainers.FastTree(label));
        foreach (var fold in ml.BinaryClassification.CrossValidate(loans, chain, 5, label, samplingKeyColumnName: label)) // KILN5005
            Console.WriteLine(fold.Metrics.Accuracy);
    }
}
