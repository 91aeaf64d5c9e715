// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Retention.Saved;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel;

/// <summary>The old way, beside the new one.</summary>
public class ComplaintTrainer
{
    public class Complaint
    {
        [LoadColumn(0)] public string Text { get; set; } = "";
        [LoadColumn(1)] public bool Label { get; set; }
    }

    public void Train()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Complaint>("complaints.tsv"));
        var model = ml.Transforms.Text.FeaturizeText("Features", "Text")
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression())
            .Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        ml.Model.Save(model, split.TrainSet.Schema, "complaints.zip"); // KILN3007
    }
}
