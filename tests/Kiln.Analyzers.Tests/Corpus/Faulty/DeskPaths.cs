// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Trees;

class Trunk
{
    [LoadColumn(0)]
    public float Girth { get; set; }

    [LoadColumn(1)]
    public float Height { get; set; }

    [LoadColumn(2)]
    public float Volume { get; set; }
}

class Program
{
    private static readonly string Data = @"C:\Users\maria\Documents\trees\trees.csv"; // KILN6007
    private static readonly string Output = Path.Combine(Environment.CurrentDirectory, "trees.zip");

    static void Main()
    {
        var mlContext = new MLContext(seed: 0);
        var trunks = mlContext.Data.LoadFromTextFile<Trunk>(Data, hasHeader: true, separatorChar: ',');
        var pipeline = mlContext.Transforms.Concatenate("Features", "Girth", "Height")
            .Append(mlContext.Regression.Trainers.FastTree("Volume"));
        var cv = mlContext.Regression.CrossValidate(trunks, pipeline, 5, "Volume");
        Console.WriteLine($"R² {cv.Select(fold => fold.Metrics.RSquared).Average():F2}");
        mlContext.Model.Save(pipeline.Fit(trunks), trunks.Schema, Output);
    }
}
