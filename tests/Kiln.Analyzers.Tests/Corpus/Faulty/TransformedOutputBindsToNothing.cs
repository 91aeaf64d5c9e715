// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Batch;

public class Lead
{
    [LoadColumn(0)] public float Calls { get; set; }
    [LoadColumn(1)] public float Visits { get; set; }
    [LoadColumn(2), ColumnName("Label")] public bool Bought { get; set; }
}

public class LeadScore
{
    [ColumnName("Prediction")] public bool WillBuy { get; set; } // KILN2011
    [ColumnName("Score")] public float Rank { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var context = new MLContext(seed: 1);
        var train = context.Data.LoadFromTextFile<Lead>("leads.csv", ',', true);
        var parts = context.Data.TrainTestSplit(train, 0.2);
        var chain = context.Transforms.Concatenate("Features", nameof(Lead.Calls), nameof(Lead.Visits))
            .Append(context.BinaryClassification.Trainers.FastForest(numberOfTrees: 50));
        var fitted = chain.Fit(parts.TrainSet);
        var metrics = context.BinaryClassification.EvaluateNonCalibrated(fitted.Transform(parts.TestSet));
        Console.WriteLine(metrics.AreaUnderRocCurve);

        var engine = context.Model.CreatePredictionEngine<Lead, LeadScore>(fitted);
        var leads = context.Data.CreateEnumerable<Lead>(parts.TestSet, reuseRowObject: false).Take(10);
        foreach (var lead in leads.Select(engine.Predict))
            Console.WriteLine($"{lead.WillBuy} {lead.Rank:0.00}");
    }
}
