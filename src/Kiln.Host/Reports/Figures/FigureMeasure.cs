using Kiln.Contracts.Models;
using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Reports.Figures;

/// <summary>Measures the figures of a trained model on held-out rows, all or a sample, through the shipped predictor.</summary>
/// <param name="known">The data as the model sees it.</param>
/// <param name="measured">What the shipped predictor says of the held-out rows, and how much it relies on each feature.</param>
sealed class FigureMeasure(ModelPlan plan, TrainedModel model, ModelRows known, MeasuredModel measured)
{
    public ModelFigures Measure()
    {
        var predictions = new Predictions(plan.Shape.Task, [.. measured.HeldOut.Select(row => row.Label)], [.. measured.HeldOut.Select(row => row.Scores)])
        {
            Weights = plan.Shape.Weight is null ? null : [.. measured.HeldOut.Select(row => row.Weight)],
            Queries = plan.Shape.Query is null ? null : [.. measured.HeldOut.Select(row => (ulong)row.Query)],
            Threshold = model.Threshold,
        };
        // A model that answers some rows with no number has no metrics either.
        var isMeasured = predictions.Label.Length > 0 && NoMetrics.Unanswered(predictions) == 0;
        return new(predictions.Label.Length, predictions.Weights is not null,
        [
            .. isMeasured ? OfTask(predictions) : [],
            .. ImportanceFigure.Measure(measured.Baseline.Importance),
            .. isMeasured ? new PartialDependence(plan, model.Onnx, known).Measure(measured.Baseline.Importance) : [],
            ProfileFigure.Measure(measured.Baseline.Columns),
        ]);
    }

    IEnumerable<Figure> OfTask(Predictions predictions) => predictions.Task switch
    {
        TaskKind.BinaryClassification => BinaryFigures.Measure(predictions),
        TaskKind.MulticlassClassification => MulticlassFigures.Measure(predictions, ClassNames.Of(plan.Shape)),
        TaskKind.Ranking => RankingFigures.Measure(predictions),
        TaskKind.AnomalyDetection => AnomalyFigures.Measure(predictions),
        TaskKind.Clustering => ClusterFigures.Measure(predictions),
        _ => RegressionFigures.Measure(predictions, plan.Shape.Interval),
    };
}
