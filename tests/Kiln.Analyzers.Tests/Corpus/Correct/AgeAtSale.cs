// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Cars;

public sealed class Car
{
    [LoadColumn(0)] public float Built { get; set; }
    [LoadColumn(1)] public float SoldIn { get; set; }
    [LoadColumn(2)] public float Kilometres { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}

public sealed class Aged
{
    public float Years { get; set; }
    public float KilometresPerYear { get; set; }
}

[CustomMappingFactoryAttribute("cars/age-at-sale")]
public sealed class AgeAtSale : CustomMappingFactory<Car, Aged>
{
    public const string Name = "cars/age-at-sale";

    public override Action<Car, Aged> GetMapping() => Map;

    static void Map(Car car, Aged aged)
    {
        aged.Years = Math.Max(0, car.SoldIn - car.Built);
        aged.KilometresPerYear = aged.Years == 0 ? car.Kilometres : car.Kilometres / aged.Years;
    }
}

public static class Training
{
    public static void Run(string data, string output)
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(AgeAtSale).Assembly);
        var cars = ml.Data.LoadFromTextFile<Car>(data, ',', hasHeader: true);
        var pipeline = ml.Transforms.CustomMapping(new AgeAtSale().GetMapping(), AgeAtSale.Name)
            .Append(ml.Transforms.Concatenate("Features", nameof(Car.Kilometres), nameof(Aged.Years), nameof(Aged.KilometresPerYear)))
            .Append(ml.Regression.Trainers.FastTree(nameof(Car.Price)));
        foreach (var fold in ml.Regression.CrossValidate(cars, pipeline, labelColumnName: nameof(Car.Price), seed: 17))
            Console.WriteLine($"{fold.Fold}: {fold.Metrics.MeanAbsoluteError:0}");
        ml.Model.Save(pipeline.Fit(cars), cars.Schema, output);
    }
}
