// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Houses.Prepared;

public class House
{
    [LoadColumn(0)] public float Rooms { get; set; }
    [LoadColumn(1)] public float Age { get; set; }
    [LoadColumn(2)] public string Zone { get; set; } = "";
    [LoadColumn(3)] public float Value { get; set; }
}

public static class Program
{
    private static readonly MLContext Ml = new MLContext(seed: 5);

    public static void Main()
    {
        IDataView raw = Ml.Data.LoadFromTextFile<House>("houses.csv", ',', hasHeader: true);
        ITransformer preparation = Ml.Transforms.ReplaceMissingValues("Age", replacementMode: Microsoft.ML.Transforms.MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(Ml.Transforms.Categorical.OneHotEncoding("ZoneCode", "Zone"))
            .Append(Ml.Transforms.Concatenate("Features", "Rooms", "Age", "ZoneCode"))
            .Fit(raw); // KILN5001
        IDataView data = preparation.Transform(raw);

        var trainer = Ml.Regression.Trainers.FastTree("Value");
        var results = Ml.Regression.CrossValidate(data, trainer, 5, "Value");
        Console.WriteLine(results.Average(result => result.Metrics.RSquared));
        ITransformer model = trainer.Fit(data);
        Ml.Model.Save(preparation, raw.Schema, "preparation.zip");
        Ml.Model.Save(model, data.Schema, "trainer.zip");
    }
}
