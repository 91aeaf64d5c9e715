// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Mappings;

public class Transaction
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public DateTime At { get; set; }
    [LoadColumn(2)] public DateTime Opened { get; set; }
    [LoadColumn(3)] public bool Fraud { get; set; }
}

public class Derived
{
    public float Hour { get; set; }
    public float AgeInDays { get; set; }
}

/// <summary>Depends on the row alone: no clock.</summary>
[CustomMappingFactoryAttribute(Name)]
public class DerivedFactory : CustomMappingFactory<Transaction, Derived>
{
    public const string Name = "Derived";

    public static void Map(Transaction row, Derived result)
    {
        result.Hour = row.At.Hour;
        result.AgeInDays = (float)(row.At - row.Opened).TotalDays;
    }

    public override Action<Transaction, Derived> GetMapping() => Map;
}

public static class Program
{
    public static void Main()
    {
        var started = DateTime.Now;
        var ml = new MLContext(seed: 1);
        ml.ComponentCatalog.RegisterAssembly(typeof(DerivedFactory).Assembly);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Transaction>("transactions.csv", ',', true), 0.2);
        var model = ml.Transforms.CustomMapping<Transaction, Derived>(DerivedFactory.Map, DerivedFactory.Name)
            .Append(ml.Transforms.Concatenate("Features", "Amount", "Hour", "AgeInDays"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Fraud"))
            .Fit(split.TrainSet);
        Console.WriteLine($"fitted in {DateTime.Now - started}");
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Fraud").AreaUnderPrecisionRecallCurve);
        ml.Model.Save(model, split.TrainSet.Schema, $"fraud-{Guid.NewGuid():N}.zip");
    }
}
