// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Library;

public class Loan { [LoadColumn(0)] public float Pages { get; set; } [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public bool Late { get; set; } }

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 19);
        var first = ml.Data.LoadFromTextFile<Loan>("spring.csv", ',');
        var second = ml.Data.LoadFromTextFile<Loan>("autumn.csv", ',');
        foreach (var line in new[] { Line("spring", Train(first), first), Line("autumn", Train(second), second) })
            Console.WriteLine(line);

        ITransformer Train(IDataView rows) => ml.Transforms.Concatenate("Features", "Pages", "Age").Append(ml.BinaryClassification.Trainers.FastTree("Late")).Fit(rows);
        string Line(string name, ITransformer model, IDataView rows) => $"{name} {ml.BinaryClassification.Evaluate(model.Transform(rows), "Late").Accuracy}"; // KILN4007
    }
}
