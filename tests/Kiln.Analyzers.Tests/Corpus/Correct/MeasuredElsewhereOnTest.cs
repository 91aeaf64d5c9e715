// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Orchard.Held;

public class Apple { [LoadColumn(0)] public float Size { get; set; } [LoadColumn(1)] public float Red { get; set; } [LoadColumn(2)] public bool Sold { get; set; } }

static class Metrics
{
    public static double Auc(MLContext ml, ITransformer model, IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows), "Sold").AreaUnderRocCurve;
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 2);
        var apples = ml.Data.LoadFromTextFile<Apple>("apples.csv", ',');
        var model = ml.Transforms.Concatenate("Features", "Size", "Red").Append(ml.BinaryClassification.Trainers.FastForest("Sold")).Fit(apples);
        Console.WriteLine(Metrics.Auc(ml, model, ml.Data.LoadFromTextFile<Apple>("new.csv", ',')));
    }
}
