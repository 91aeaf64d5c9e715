// origin: blind, first round
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Phone;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel;

sealed class Ticket
{
    [LoadColumn(0)]
    public string Text { get; set; } = "";

    [LoadColumn(1)]
    public float Minutes { get; set; }
}

/// <summary>A second model that the build does not know.</summary>
static class TicketTraining
{
    const string Target = "tickets.zip";

    static void Main()
    {
        var ml = new MLContext(seed: 1);
        var tickets = ml.Data.LoadFromTextFile<Ticket>("tickets.csv", separatorChar: ',');
        var pipeline = ml.Transforms.Text.FeaturizeText("Features", "Text").Append(ml.Regression.Trainers.FastTree("Minutes"));
        var folds = ml.Regression.CrossValidate(tickets, pipeline, labelColumnName: "Minutes");
        Console.WriteLine(folds.Average(fold => fold.Metrics.RSquared));
        ml.Model.Save(pipeline.Fit(tickets), tickets.Schema, Target); // KILN3007
    }
}
