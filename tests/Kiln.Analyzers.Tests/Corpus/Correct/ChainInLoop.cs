// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Chains;

public class Row
{
    [LoadColumn(0)] public string Colour { get; set; } = "";
    [LoadColumn(1)] public string Shape { get; set; } = "";
    [LoadColumn(2)] public float Price { get; set; }
}

public static class Program
{
    static readonly string[] Texts = ["Colour", "Shape"];

    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("shapes.csv", ',', true));

        IEstimator<ITransformer>? pipeline = null;
        foreach (var text in Texts)
        {
            var step = ml.Transforms.Categorical.OneHotEncoding(text + "Code", text);
            pipeline = pipeline is null ? step : pipeline.Append(step);
        }

        var model = pipeline!
            .Append(ml.Transforms.Concatenate("Features", Texts.Select(text => text + "Code").ToArray()))
            .Append(ml.Regression.Trainers.FastTree("Price"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Price").RSquared);
    }
}
