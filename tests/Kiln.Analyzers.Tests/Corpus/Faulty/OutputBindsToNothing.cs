// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Machines;

public class MachineState
{
    [LoadColumn(0)] public float Vibration { get; set; }
    [LoadColumn(1)] public float Heat { get; set; }
    [LoadColumn(2)] public bool Failed { get; set; }
}

public class FailurePrediction
{
    public bool WillFail { get; set; } // KILN2011
    public float Probability { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<MachineState>("machines.csv", ',', true));
        var pipeline = ml.Transforms.Concatenate("Features", "Vibration", "Heat")
            .Append(ml.BinaryClassification.Trainers.FastTree("Failed"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Failed").AreaUnderRocCurve);

        using var engine = ml.Model.CreatePredictionEngine<MachineState, FailurePrediction>(model);
        var answer = engine.Predict(new MachineState { Vibration = 0.8f, Heat = 71 });
        Console.WriteLine(answer.WillFail ? "stop the machine" : "carry on");
    }
}
