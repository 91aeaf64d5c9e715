// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tannery.Two;

public class Hide { [LoadColumn(0)] public float Area { get; set; } [LoadColumn(1)] public float Grade { get; set; } }

static class Parts
{
    public static DataOperationsCatalog.TrainTestData Of(MLContext ml, IDataView rows) => ml.Data.TrainTestSplit(rows, 0.25);
}

public sealed class Job
{
    readonly MLContext ml = new(seed: 77);

    public void Run()
    {
        var parts = Parts.Of(ml, ml.Data.LoadFromTextFile<Hide>("hides.csv", ','));
        var others = Parts.Of(ml, ml.Data.LoadFromTextFile<Hide>("others.csv", ','));
        var model = ml.Transforms.Concatenate("Features", "Area").Append(ml.Regression.Trainers.FastTree("Grade")).Fit(parts.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(others.TrainSet), "Grade").MeanAbsoluteError);
    }
}
