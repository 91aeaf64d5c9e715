// origin: alongside the rules
using Microsoft.Extensions.Configuration;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Configured;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float Y { get; set; }
}

/// <summary>Where the files are is up to whoever runs it; an environment variable that says where is no part of the model.</summary>
public sealed class TrainingJob(IConfiguration configuration)
{
    public void Run()
    {
        var folder = Environment.GetEnvironmentVariable("DATA") ?? configuration["Data:Folder"] ?? "data";
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Row>(Path.Combine(folder, "train.csv"), ',');
        var test = ml.Data.LoadFromTextFile<Row>(Path.Combine(AppContext.BaseDirectory, "test.csv"), ',');
        var model = ml.Transforms.Concatenate("Features", "A").Append(ml.Regression.Trainers.FastTree("Y")).Fit(train);
        Console.WriteLine($"{DateTime.UtcNow:O} R² {ml.Regression.Evaluate(model.Transform(test), "Y").RSquared:0.000}");
        ml.Model.Save(model, train.Schema, Path.Combine(folder, configuration["Model:File"] ?? "model.zip"));
    }
}
