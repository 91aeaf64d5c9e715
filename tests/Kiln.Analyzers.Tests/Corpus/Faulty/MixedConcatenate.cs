// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Orders;

public class Order
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public int Items { get; set; }
    [LoadColumn(2)] public bool Express { get; set; }
    [LoadColumn(3)] public float Days { get; set; }
}

public static class DeliveryTime
{
    public static void Train(string path)
    {
        var ml = new MLContext(seed: 6);
        var data = ml.Data.LoadFromTextFile<Order>(path, ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(data);

        var model = ml.Transforms.Concatenate("Features", nameof(Order.Amount), nameof(Order.Items), nameof(Order.Express)) // KILN2002
            .Append(ml.Regression.Trainers.FastTree(labelColumnName: nameof(Order.Days)))
            .Fit(split.TrainSet);

        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), nameof(Order.Days));
        Console.WriteLine($"off by {metrics.MeanAbsoluteError:0.0} days");
    }
}
