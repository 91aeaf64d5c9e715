// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Cars;

internal class Car
{
    [LoadColumn(0)] public string Brand { get; set; } = "";
    [LoadColumn(1)] public string Mileage { get; set; } = "";
    [LoadColumn(2)] public float Age { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}

internal static class Program
{
    private static void Main(string[] args)
    {
        var mlContext = new MLContext(seed: 123);
        var view = mlContext.Data.LoadFromTextFile<Car>(args[0], hasHeader: true, separatorChar: ',');
        var halves = mlContext.Data.TrainTestSplit(view, testFraction: 0.2);

        // Mileage was read as text because of its unit.
        var chain = mlContext.Transforms.NormalizeMinMax("Mileage") // KILN2002
            .Append(mlContext.Transforms.Categorical.OneHotEncoding("Brand"))
            .Append(mlContext.Transforms.Concatenate("Features", "Brand", "Mileage", "Age"))
            .Append(mlContext.Regression.Trainers.FastTree(labelColumnName: "Price"));

        var model = chain.Fit(halves.TrainSet);
        var metrics = mlContext.Regression.Evaluate(model.Transform(halves.TestSet), labelColumnName: "Price");
        Console.WriteLine($"R² {metrics.RSquared:0.00}");
    }
}
