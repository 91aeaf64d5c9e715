using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Findings;

/// <summary>
/// A linear model (ridge or logistic regression over numbers in their scales, one-hot categories and words) beside a trained one: the least that
/// trees have to be better than to be worth it.
/// </summary>
static class LinearBaseline
{
    /// <summary>Of a few hundred weights more rows move none that matters.</summary>
    const int MostRows = 20_000;

    /// <summary>Rows times inputs times scores, so that what it costs stays a small part of a training's time.</summary>
    const long MostValues = 1_000_000;

    /// <summary>Learned from fewer of many, it would be no fair opponent.</summary>
    const int FewestRows = 1_000;

    /// <param name="heldOut">What the trained model says of the held-out rows.</param>
    /// <returns>Its metrics, or why it has none: null where no label is learned from, so that there is nothing to compare.</returns>
    public static (IReadOnlyList<BaselineMetric> Metrics, string? Why) Measure(ModelPlan plan, TrainedModel model, ModelRows rows, Predictions heldOut)
    {
        if (!plan.Shape.LearnsFromLabel)
            return ([], null);
        if (plan.Definition.Pipeline is null && DefaultPipeline.IsLinear(plan.Definition, rows.Examples))
            return ([], "the model is one");
        int[] training = [.. rows.HoldOut.Training.Where(row => rows.Examples.WeightOf(row) > 0)];
        var most = (int)Math.Min(MostRows, MostValues / plan.Shape.Inputs.Count() / plan.Shape.ScoreCount);
        if (most < Math.Min(FewestRows, training.Length))
            return ([], $"with {Contracts.Counted.Format(plan.Shape.Inputs.Count(), "input")} and {Contracts.Counted.Format(plan.Shape.ScoreCount, "score")} it would cost too much of the training's time");
        try
        {
            var linear = DefaultPipeline.FitBaseline(new MLContext(plan.Definition.Seed), rows.Examples, Sampling.Take(training, most));
            var said = Scores(linear.Transform(new ExampleView(rows.Examples, rows.HoldOut.HeldOut)), plan.Shape.Task);
            var compared = PairedBootstrap.Compare(heldOut with { Scores = [.. said] }, heldOut);
            return ([.. compared.Select(metric => new BaselineMetric(metric.Key, metric.Value.Released.Value, metric.Value.Difference))], null);
        }
        catch (NothingToLearnException)
        {
            return ([], "no word is in two of the texts");
        }
    }

    /// <summary>As the predictor gives them.</summary>
    static IEnumerable<float[]> Scores(IDataView predicted, TaskKind task) => task switch
    {
        TaskKind.BinaryClassification => predicted.GetColumn<float>("Score").Zip(predicted.GetColumn<float>("Probability"), (score, probability) => new[] { score, probability }),
        TaskKind.MulticlassClassification => predicted.GetColumn<float[]>("Score"),
        _ => predicted.GetColumn<float>("Score").Select(score => new[] { score }),
    };
}
