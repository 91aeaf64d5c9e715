// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Roastery;

public class Roast { [LoadColumn(0)] public float Heat { get; set; } [LoadColumn(1)] public float Minutes { get; set; } [LoadColumn(2)] public bool Burnt { get; set; } }

static class Training
{
    public static ITransformer Fit(MLContext ml, IDataView rows) =>
        ml.Transforms.Concatenate("Features", "Heat", "Minutes").Append(ml.BinaryClassification.Trainers.FastTree("Burnt")).Fit(rows);
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 3);
        var roasts = ml.Data.LoadFromTextFile<Roast>("roasts.csv", ',');
        var model = Training.Fit(ml, roasts);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(roasts), "Burnt").Accuracy); // KILN4007
    }
}
