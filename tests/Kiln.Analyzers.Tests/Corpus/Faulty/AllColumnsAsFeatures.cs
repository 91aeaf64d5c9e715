// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Motors;

class Motor
{
    [LoadColumn(0)]
    public float Current { get; set; }

    [LoadColumn(1)]
    public float Heat { get; set; }

    [LoadColumn(1)] // KILN2008
    public float Vibration { get; set; }

    [LoadColumn(3)]
    public float HoursLeft { get; set; }
}

static class Program
{
    static readonly string[] Inputs = ["Current", "Heat", "Vibration", "HoursLeft"]; // KILN2003

    static void Main(string[] args)
    {
        var ml = new MLContext(seed: 10);
        var motors = ml.Data.LoadFromTextFile<Motor>(args[0]);
        var (train, test) = Split(ml, motors);
        var model = ml.Transforms.Concatenate("Features", Inputs).Append(ml.Regression.Trainers.LightGbm("HoursLeft")).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test), "HoursLeft").RSquared);
    }

    static (IDataView, IDataView) Split(MLContext ml, IDataView data)
    {
        var split = ml.Data.TrainTestSplit(data, 0.2);
        return (split.TrainSet, split.TestSet);
    }
}
