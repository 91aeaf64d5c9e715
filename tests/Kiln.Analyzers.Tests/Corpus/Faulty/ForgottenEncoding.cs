// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rentals;

public class Listing
{
    [LoadColumn(0)] public string City { get; set; } = "";
    [LoadColumn(1)] public float Bedrooms { get; set; }
    [LoadColumn(2)] public float Surface { get; set; }
    [LoadColumn(3)] public float Rent { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 10);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Listing>("listings.csv", ',', true), 0.2);

        // The city is encoded, and then nobody takes it.
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("CityEncoded", "City") // KILN2007
            .Append(ml.Transforms.Concatenate("Features", "Bedrooms", "Surface"))
            .Append(ml.Regression.Trainers.FastTree(labelColumnName: "Rent"));

        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Rent").RootMeanSquaredError);
    }
}
