// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Salaries;

public record Person
{
    [LoadColumn(0)] public float Years { get; init; }
    [LoadColumn(1)] public float Education { get; init; }
    [LoadColumn(2)] public float Hours { get; init; }
    [LoadColumn(3)] public float Salary { get; init; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 8);
        var people = ml.Data.LoadFromTextFile<Person>("salaries.csv", ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(people, 0.2);

        var pipeline = ml.Transforms.Concatenate("Features", "Years", "Education", "Hours", "Salary") // KILN2003
            .Append(ml.Regression.Trainers.FastForest(labelColumnName: "Salary"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Salary");
        Console.WriteLine($"R² {metrics.RSquared:0.0000}: amazing");
    }
}
