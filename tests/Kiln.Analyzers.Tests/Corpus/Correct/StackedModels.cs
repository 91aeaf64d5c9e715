// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stacked;

public class Row
{
    [LoadColumn(0, 9), VectorType(10)] public float[] Numbers { get; set; } = [];
    [LoadColumn(10)] public string Text { get; set; } = "";
    [LoadColumn(11)] public bool Label { get; set; }
}

/// <summary>The score of the first model is a feature of the second, which is fitted on rows the first has not seen.</summary>
public static class Stack
{
    public static void Run(string path)
    {
        var ml = new MLContext(seed: 1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>(path), 0.2);
        var halves = ml.Data.TrainTestSplit(outer.TrainSet, 0.5);

        var text = ml.Transforms.Text.FeaturizeText("Features", "Text")
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression())
            .Append(ml.Transforms.CopyColumns("TextScore", "Score"))
            .Fit(halves.TrainSet);
        var both = ml.Transforms.Concatenate("Features", "Numbers", "TextScore")
            .Append(ml.BinaryClassification.Trainers.FastTree())
            .Fit(text.Transform(halves.TestSet));

        var scored = both.Transform(text.Transform(outer.TestSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).AreaUnderRocCurve);
    }
}
