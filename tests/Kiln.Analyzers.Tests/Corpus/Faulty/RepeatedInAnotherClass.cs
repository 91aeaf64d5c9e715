// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Fraud;

public class Payment { public float Amount { get; set; } public float Hour { get; set; } public bool Fraud { get; set; } }

static class Rows
{
    public static List<Payment> Balanced(List<Payment> all) => all.Concat(all.Where(one => one.Fraud)).ToList();
}

public static class Detection
{
    public static double Train(List<Payment> payments)
    {
        var ml = new MLContext(seed: 14);
        var data = ml.Data.LoadFromEnumerable(Rows.Balanced(payments)); // KILN5002
        var split = ml.Data.TrainTestSplit(data, 0.3);
        var model = ml.Transforms.Concatenate("Features", "Amount", "Hour").Append(ml.BinaryClassification.Trainers.FastTree("Fraud")).Fit(split.TrainSet);
        return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Fraud").F1Score;
    }
}
