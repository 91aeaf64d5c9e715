using Kiln.Contracts.Models;
using Kiln.Host.Models;

namespace Kiln.Host.Reports.Cards;

/// <summary>What a model is, as cards say it.</summary>
static class LearnedBy
{
    public static string Text(ModelReport report) =>
        Name(report.Plan) + (report.Model.Boosting is { } boosting ? $", {boosting}" : "") + (report.Plan.Tuning?.Chosen is null ? "" : ", with settings that a search chose");

    public static string Name(ModelPlan plan) => plan switch
    {
        { Definition.Pipeline: not null } => "a pipeline of its own",
        { Shape.Task: TaskKind.AnomalyDetection } => "isolation forest",
        { Shape.Task: TaskKind.Clustering } => "k-means",
        // Of texts alone no trees are grown.
        { Definition.Trainer: nameof(Trainer.LightGbm) } when plan.Shape.Inputs.All(input => input.IsFreeText) => nameof(Trainer.Linear),
        _ => plan.Definition.Trainer,
    };
}
