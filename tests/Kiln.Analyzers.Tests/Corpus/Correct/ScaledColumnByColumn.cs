// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Columnwise;

public class Car
{
    [LoadColumn(0)] public string Brand { get; set; } = "";
    [LoadColumn(1)] public float Mileage { get; set; }
    [LoadColumn(2)] public float Age { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}

public class CarPrice
{
    [ColumnName("Score")] public float Price;
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Car>("cars.csv", ',', true), 0.2);
        var pipeline = ml.Transforms.CopyColumns("Label", "Price")
            .Append(ml.Transforms.Categorical.OneHotEncoding("Brand"))
            .Append(ml.Transforms.NormalizeLogMeanVariance("Mileage"))
            .Append(ml.Transforms.NormalizeMinMax("Age"))
            .Append(ml.Transforms.Concatenate("Features", "Brand", "Mileage", "Age"))
            .Append(ml.Regression.Trainers.OnlineGradientDescent());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
        var engine = ml.Model.CreatePredictionEngine<Car, CarPrice>(model);
        Console.WriteLine(engine.Predict(new Car { Brand = "Seat", Mileage = 80_000, Age = 6 }).Price);
    }
}
