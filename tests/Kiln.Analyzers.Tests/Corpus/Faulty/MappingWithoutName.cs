// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Mappings;

public class Transaction
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public DateTime At { get; set; }
    [LoadColumn(2)] public bool Fraud { get; set; }
}

public class Hour
{
    public float HourOfDay { get; set; }
}

public class FraudTrainer(MLContext ml)
{
    public void Train(string data, string output)
    {
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Transaction>(data, ',', true), 0.2);
        Action<Transaction, Hour> hour = (transaction, result) => result.HourOfDay = transaction.At.Hour;
        var pipeline = ml.Transforms.CustomMapping(hour, null) // KILN6004
            .Append(ml.Transforms.Concatenate("Features", "Amount", "HourOfDay"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Fraud"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Fraud");
        Console.WriteLine(metrics.AreaUnderPrecisionRecallCurve);
        ml.Model.Save(model, split.TrainSet.Schema, output);
    }
}
