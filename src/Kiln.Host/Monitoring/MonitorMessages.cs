using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.NewData;

namespace Kiln.Host.Monitoring;

/// <summary>What is told of a period: of inputs at the contract's column, of answers at the class.</summary>
/// <param name="definition">The model as the project declares it.</param>
/// <param name="model">The version in use.</param>
/// <param name="period">The period.</param>
/// <param name="directory">The project's.</param>
/// <param name="contractPath">Where the contract lies.</param>
/// <param name="contract">The contract; null where it cannot be read.</param>
sealed class MonitorMessages(ModelDefinition definition, MonitoredModel model, JudgedPeriod period, string directory, string contractPath, DataContract? contract)
{
    // Without a contract nobody knows what may be named.
    readonly BinName _bins = new(contract is not null && contract.Find(model.Info.Label)?.Classification is null ? model.Classes : [.. model.Classes.Select((_, index) => $"class {index + 1}")], contract);

    public IEnumerable<Diagnostic> All() => [.. period.Alarms.Select(Describe), .. Gates()];

    Diagnostic Describe(ColumnFinding finding) => finding.Column.IsAnswer
        ? AtModel(Ids.AnswersChanged, $"{Subject(finding)} {What(finding)}; if the inputs are as they were, look for what changed where they come from, or train on rows of today")
        : new(contractPath, contract?.Find(finding.Column.Name)?.Line ?? 0, 1, Ids.InputChanged,
            $"{Subject(finding)} {What(finding)}; the model learned from other rows: correct what delivers it, or train on rows of today");

    string Subject(ColumnFinding finding) => $"'{finding.Column.Name}' of {model.Info.Name} {model.Info.Version.Split('+')[0]} on {period.Period.Name}";

    string What(ColumnFinding finding)
    {
        var alarm = finding.Alarm!;
        var (now, then) = alarm.Bin == 0 ? (alarm.Share, alarm.Before) : (1 - alarm.Share, 1 - alarm.Before);
        return alarm == finding.Unseen ? $"has a value that training never saw in {Percent(now)} of the rows ({Against(alarm)})"
            : alarm == finding.Missing ? $"has no value in {Percent(now)} of the rows, and had none in {Percent(then)} ({Against(alarm)})"
            : $"is distributed differently than in {(finding.Column.IsAnswer ? "the held-out rows" : "the rows it was trained on")}: most of the difference is in {_bins.Of(finding.Column, alarm.Bin)}, "
                + $"{Percent(alarm.Share)} of the rows and {Percent(alarm.Before)} then ({Against(alarm)})";
    }

    string Against(ShareFinding alarm) => string.Create(CultureInfo.InvariantCulture,
        $"stability index {alarm.Index:G3}, and {alarm.Limit.Value:G3} is the limit for {alarm.Rows:N0} rows against {alarm.EarlierRows:N0}; one good {period.Period.Kind} in {1 / PeriodJudge.FalseAlarms:0} is told something for nothing")
        + (alarm.Limit.KnowsSpread ? "" : $"; too few {period.Period.Kind}s to know how much they usually differ");

    /// <summary>A gate that the whole interval misses; one that lies within it says nothing yet.</summary>
    IEnumerable<Diagnostic> Gates()
    {
        if (period.Estimate is not { } estimate)
            yield break;
        var metric = model.EstimatedMetric!.Value.ToString();
        foreach (var (gate, location) in definition.Gates)
            if (gate is { Slice: null, AtLeast: { } least } && gate.Metric == metric && estimate.High < least)
                yield return new(Path.GetFullPath(location.File, directory), location.Line, location.Column, Ids.EstimateMissesGate,
                    string.Create(CultureInfo.InvariantCulture, $"{model.Info.Name} {model.Info.Version.Split('+')[0]} is taken to have a {metric} of {estimate.Value:0.####} ({estimate.Low:0.####} to {estimate.High:0.####}) on {period.Period.Name}, "
                    + $"below the gate's {least:0.####}: its probabilities say so, no label does; look at which inputs changed, and train on rows of today"));
    }

    Diagnostic AtModel(string id, string message) => new(Path.GetFullPath(definition.Location.File, directory), definition.Location.Line, definition.Location.Column, id, message);

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
