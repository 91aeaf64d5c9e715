using System.Diagnostics;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;
using Microsoft.ML;

namespace Kiln.Host.Training.Trials;

/// <summary>Searches for a model's settings where that is asked for, and writes what it decides beside the lock.</summary>
sealed class ModelTuner(Request request, Output output, RowReader reader)
{
    /// <summary>Of training rows: fewer cannot tell settings apart.</summary>
    const int FewestRows = 50;

    /// <summary>Whether the model asks for a search and nothing is decided yet, or the build does.</summary>
    public bool IsDue(ModelPlan plan) => request.Tunes ? IsSearchable(plan) : plan.Definition.Tune is not null && plan.Tuning is null;

    bool IsSearchable(ModelPlan plan)
    {
        if (plan.Definition.Pipeline is null && plan.Definition.Trainer == nameof(Trainer.LightGbm))
            return true;
        output.Say($"{plan.Name}: nothing to search: {(plan.Definition.Pipeline is null ? $"Trainer.{plan.Definition.Trainer} has no settings" : "its own pipeline says the settings")}");
        return false;
    }

    /// <summary>Searches, and has the plan and a file beside its lock say what is decided.</summary>
    /// <exception cref="BuildException">The build is locked, or the search cannot go on.</exception>
    public void Run(ModelPlan plan)
    {
        var (file, line, column) = plan.Definition.Location;
        if (request.Locked)
            throw new BuildException(Path.GetFullPath(file, request.Directory), line, column, Ids.LockedBuild,
                $"the build is locked and may not search for settings of '{plan.Name}'{(plan.Tuning is null ? $", and {TuningName.Of(plan.Name)} is not there" : ", which -t:KilnTune does")}; {LockedBuild.WhatToDo}");
        var rows = reader.Read(plan);
        var training = rows.HoldOut.Training;
        // Training says so.
        if (training.Select(row => rows.Examples.Label[row]).Distinct().Count() < 2)
            return;
        if (training.Length < FewestRows || !DefaultPipeline.GrowsTrees(plan.Definition, rows.Examples))
        {
            output.Say($"{plan.Name}: no search, the default settings stay: "
                + (training.Length < FewestRows ? $"{Counted.Format(training.Length, "training row")} cannot tell settings apart" : "all inputs are text, of which no trees are grown"));
            return;
        }
        var ml = new MLContext(plan.Definition.Seed);
        using var folds = new TrialRows(ml, plan.Definition, rows, training, request.UsableThreads);
        if (folds.All.Count == 0)
        {
            output.Say($"{plan.Name}: no search, the default settings stay: the training rows are of one group, so none of them can judge");
            return;
        }
        var path = Path.Combine(request.Output, "trials", ModelFileName.Format(plan.Definition.Type) + ".txt");
        using (var journal = Open(path, plan.Key))
            plan.Tuning = Decide(plan, Search(plan, rows, folds, journal, TuneBudget.Parse(plan.Definition.Tune ?? "") ?? TuneBudget.Default), rows);
        Say(plan, plan.Tuning!);
        AtomicFile.WriteIfChanged(plan.TuningPath, TuningJson.Write(plan.Tuning), request.Temporary);
        File.Delete(path);
    }

    static Journal Open(string path, string key)
    {
        try
        {
            return new(path, key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException(path, 0, 0, Ids.CannotWrite, $"the trials of the search cannot be kept: {e.Message.TrimEnd('.')}; wait for the other build of this project, or make the folder writable");
        }
    }

    IReadOnlyList<Trial> Search(ModelPlan plan, ModelRows rows, TrialRows folds, Journal journal, TuneBudget budget)
    {
        var (watch, before) = (Stopwatch.StartNew(), journal.RecordedSeconds / folds.AtOnce);
        var recorded = journal.Recorded;
        output.Say($"{plan.Name}: searching for better settings, {budget}{(recorded > 0 ? $"; goes on after {Counted.Format(recorded, "trial")} that a build made which was ended" : "")}");
        var start = DefaultPipeline.Settings(plan.Definition, rows, rows.HoldOut.Training);
        var space = new SearchSpace(rows.HoldOut.Training.Length, folds.Features, MonotoneConstraint.FeatureShare(plan.Definition, SearchSpace.LeastFeatureShare));
        var chosen = plan.Tuning?.Chosen is { } earlier ? earlier with { FeatureShare = MonotoneConstraint.FeatureShare(plan.Definition, earlier.FeatureShare) } : null;
        var trials = 0;
        var search = new SettingsSearch(space, start.ToTuned(), start.Rounds, plan.Definition.Seed, folds.AtOnce,
            // The default is always through: there is never nothing to go by.
            new(folds.All, () => trials > 0 && IsOver()), journal, chosen, (trial, best) =>
            {
                if (++trials > recorded)
                    Tell(plan, trials, trial, best);
            });
        return search.Run(count => budget.Trials is { } most ? count < most : !IsOver());

        bool IsOver() => budget.Time is { } time && before + watch.Elapsed.TotalSeconds > time.TotalSeconds;
    }

    void Tell(ModelPlan plan, int number, Trial trial, Trial best)
    {
        var line = $"{plan.Name}: trial {number}: {LossName(plan)} {Text(trial.Loss / Unit(plan))}, {trial.Settings}";
        if (trial == best)
            output.Say(line);
        else
            output.Explain($"{line}{(trial.Folds < best.Folds ? $" (worse on {Counted.Format(trial.Folds, "fold")}, so no other was asked)" : "")}");
    }

    Tuning Decide(ModelPlan plan, IReadOnlyList<Trial> trials, ModelRows rows)
    {
        if (trials[0].Loss is not { } loss)
        {
            var (file, line, column) = plan.Definition.Location;
            throw new BuildException(Path.GetFullPath(file, request.Directory), line, column, Ids.HostKilled,
                $"the search for settings of '{plan.Name}' was ended three times while it tried the default ones, perhaps for want of memory; remove Tune, or search with fewer rows");
        }
        var decision = SearchDecision.Of(trials);
        return new()
        {
            Model = plan.Name,
            Chosen = decision.Chosen,
            Score = new(LossName(plan), InUnit(loss), InUnit(decision.Best.Loss!.Value), InUnit(decision.Low), InUnit(decision.High), Rounding.Significant(decision.Chance)),
            DataHash = plan.Data.Hash,
            TrainingRows = rows.HoldOut.Training.Length,
            Trials = [.. trials.Select(trial => new TuningTrial(trial.Settings, trial.Loss is { } lost ? InUnit(lost) : null, trial.Rounds, trial.Folds))],
        };

        double InUnit(double value) => Rounding.Significant(value / Unit(plan));
    }

    /// <summary>Who builds must hear of a file that decides what every build trains; a terminal shows of a build nothing but warnings.</summary>
    void Say(ModelPlan plan, Tuning tuning)
    {
        var (trials, score) = (Counted.Format(tuning.Trials.Count, "trial"), tuning.Score);
        var result = tuning.Chosen is { } chosen ? $"chosen of {trials}: {chosen}" : $"the default settings stay: none of {trials} is sure to be better";
        output.Report(new(plan.TuningPath, 1, 1, Ids.SettingsChosen, FormattableString.Invariant(
            $"a search looked for settings of '{plan.Name}', and builds will not search again: {result}; {score.Loss} of the best {score.Best:G4}, of the default settings {score.Default:G4}, on training rows that judged models trained without them: {score.Low:G3} to {score.High:G3} less, with 95 % confidence; review and commit this file"), IsWarning: true));
    }

    /// <summary>As the metrics have it.</summary>
    static string LossName(ModelPlan plan) => plan.Shape.Task switch
    {
        TaskKind.Regression => "MeanSquaredError",
        TaskKind.Ranking => "1 - NormalizedDiscountedCumulativeGainAt10",
        _ => "LogLoss",
    };

    /// <summary>What a unit of that is: ML.NET's LogLoss is in bits.</summary>
    static double Unit(ModelPlan plan) => plan.Shape.PredictsClasses ? Math.Log(2) : 1;

    static string Text(double? loss) => loss is { } value ? FormattableString.Invariant($"{value:G4}") : "not known, its process was ended";
}
