using Kiln.Contracts.Data;
using Kiln.Contracts.Tunings;

namespace Kiln.Contracts.Models;

/// <summary>What is wrong with how a definition asks for a search of its settings.</summary>
static class TuneCheck
{
    const string Argument = nameof(ModelDefinition.Tune);

    public static Problem? Check(ModelDefinition model, IReadOnlyList<Column> features) =>
        model.Tune is not { } tune ? null
        : TuneBudget.Parse(tune) is null ? Say($"'{tune}' is no time and no number of trials that a search may take; write a time of at most a day, as in Tune = \"5m\", \"90s\" or \"1h\", "
            + "or a number of trials, as in Tune = \"50\"")
        : model.Task == TaskKind.AnomalyDetection ? Say($"'{model.Name}' finds anomalies without a label, so nothing tells better settings from worse; leave out Tune")
        : model.Task == TaskKind.Clustering ? Say($"'{model.Name}' finds clusters without a label, so nothing tells better settings from worse; leave out Tune")
        : model.Pipeline is not null ? Say($"'{model.Name}' has its own pipeline, which says its settings, so there is nothing to search; leave out Tune, or the pipeline")
        : model.Trainer != "LightGbm" ? Say($"Trainer.{model.Trainer} has no settings to search; leave out Tune, or Trainer")
        : features.All(column => column.Type == ColumnType.Text) ? Say($"all inputs of '{model.Name}' are text, of which no trees are grown, so there are no settings to search; leave out Tune")
        : null;

    static Problem Say(string message) => new(Ids.WrongTune, Argument, message);
}
