// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wind;

public class Turbine
{
    [LoadColumn(0)] public float Speed { get; set; }
    [LoadColumn(1)] public float Direction { get; set; }
    [LoadColumn(2)] public float Power { get; set; }
}

/// <summary>What the service gets.</summary>
public class TurbineRequest
{
    public double Speed { get; set; } // KILN2009
    public float Direction { get; set; }
}

public class TurbineResponse
{
    [ColumnName("Score")] public float Power { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 12);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Turbine>("wind.csv", ';', true));
        var model = ml.Transforms.Concatenate("Features", "Speed", "Direction")
            .Append(ml.Regression.Trainers.FastTree("Power"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Power").RSquared);

        var engine = ml.Model.CreatePredictionEngine<TurbineRequest, TurbineResponse>(model);
        Console.WriteLine(engine.Predict(new TurbineRequest { Speed = 8.2, Direction = 190 }).Power);
    }
}
