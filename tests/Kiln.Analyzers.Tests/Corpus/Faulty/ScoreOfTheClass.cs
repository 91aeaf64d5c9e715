// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Coffee;

sealed class Bean
{
    [LoadColumn(0)]
    public float Size { get; set; }

    [LoadColumn(1)]
    public float Colour { get; set; }

    [LoadColumn(2)]
    public string Origin { get; set; } = "";
}

sealed class Guess
{
    [ColumnName("PredictedLabel")]
    public string Origin { get; set; } = "";

    public float Score { get; set; } // KILN2011
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext(seed: 2);
        var beans = ml.Data.LoadFromTextFile<Bean>(args[0], separatorChar: ',');
        var sides = ml.Data.TrainTestSplit(beans, testFraction: 0.2);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Origin")
            .Append(ml.Transforms.Concatenate("Features", "Size", "Colour"))
            .Append(ml.MulticlassClassification.Trainers.LightGbm())
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(sides.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(sides.TestSet)).LogLoss);
        var engine = ml.Model.CreatePredictionEngine<Bean, Guess>(model);
        var guess = engine.Predict(new Bean { Size = 6.5f, Colour = 0.3f });
        Console.WriteLine($"{guess.Origin} ({guess.Score:P0})");
    }
}
