// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Returns;

public class Sale
{
    [LoadColumn(0)] public float Price { get; set; }
    [LoadColumn(1)] public float Quantity { get; set; }
    [LoadColumn(2)] public string Category { get; set; } = "";
    [LoadColumn(3)] public bool Returned { get; set; }
}

public static class ReturnsModel
{
    public static ITransformer Train(MLContext ml, IDataView sales)
    {
        var split = ml.Data.TrainTestSplit(sales, 0.2);
        var pipeline = ml.Transforms.Conversion.ConvertType("ReturnedNumber", "Returned", DataKind.Single)
            .Append(ml.Transforms.Categorical.OneHotEncoding("CategoryEncoded", "Category"))
            .Append(ml.Transforms.Concatenate("Features", "Price", "Quantity", "CategoryEncoded", "ReturnedNumber")) // KILN2003
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Returned"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Returned");
        Console.WriteLine($"{metrics.AreaUnderRocCurve:P1}");
        return model;
    }

    public static void Main()
    {
        var ml = new MLContext(seed: 2);
        Train(ml, ml.Data.LoadFromTextFile<Sale>("sales.csv", ',', true));
    }
}
