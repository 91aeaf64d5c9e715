using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Host.Models;
using Kiln.Host.Natives;
using Kiln.Host.Pipelines;
using Kiln.Host.Training.Clusters;
using Kiln.Host.Training.Encodings;
using Kiln.Host.Training.Intervals;
using Kiln.Host.Training.Isolation;
using Kiln.Host.Training.Profiles;
using Kiln.Host.Training.Thresholds;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>Trains one model: rows in, an ONNX file and its metrics on the held-out rows out.</summary>
/// <param name="onnxRuntime">Whether this machine has ONNX Runtime to hold the file against.</param>
sealed class ModelTrainer(string directory, int threads, OwnPipeline ownPipeline, bool onnxRuntime)
{
    /// <summary>With fewer rows the held-out fifth is a handful and measures nothing.</summary>
    const int FewestRows = 20;

    public TrainedModel Train(ModelPlan plan, ModelRows rows)
    {
        var own = plan.Definition.Pipeline;
        if (own is null && plan.Shape.LearnsFromLabel)
            NativeLibraries.Check(plan.Definition, directory);
        if (SinglePrecision.Check(plan, rows.Table) is { Count: > 0 } lost)
            throw new BuildException(lost);
        var (examples, holdOut) = (rows.Examples, rows.HoldOut);
        Check(plan, examples, holdOut);
        if (plan.Shape.Query is not null && QueryCheck.Problem(plan, examples, holdOut) is var (id, unranked))
            throw Problem(plan.Definition.Location, id, unranked);
        if (plan.Shape.ThresholdFor is { } metric && ThresholdRows.Problem(rows, plan.Shape) is { } lacking)
            throw Problem(plan.Definition.Location, Ids.TooFewRows, $"no threshold can be chosen for {metric}: {lacking}; add data, or write Threshold = 0.3 instead of ThresholdFor");
        if (plan.Shape.Interval is { } share && OutOfFoldErrors.Problem(rows, plan.Shape, share) is { } missing)
            throw Problem(plan.Definition.Location, Ids.TooFewRows, $"no interval can be found that holds {IntervalNote.Percent(share)} of values: {missing}; add data, or write a smaller Interval");

        // A fresh context for each training: it is one shared stream of random numbers.
        var ml = new MLContext(plan.Definition.Seed);
        var label = own is null || !plan.Shape.LearnsFromLabel ? ExampleView.Label : plan.Shape.Label.Name;
        var training = new ExampleView(examples, holdOut.Training, label);
        var defaultModel = own is null ? Fit(plan, () => DefaultPipeline.Fit(ml, plan.Definition, rows, holdOut.Training, threads, plan.Tuning?.Chosen)) : null;
        var model = defaultModel?.Model ?? ownPipeline.Fit(plan, ml, training);
        var interval = plan.Shape.Interval is null ? null : IntervalTraining.Fit(ml, model, defaultModel?.Features, plan.Definition.Seed, rows, label,
            learned => FitAgain(plan, rows, learned, label, defaultModel), DefaultPipeline.UsefulThreads(threads, holdOut.Training.Length, examples));
        model = interval?.Model ?? model;
        var heldOut = new ExampleView(examples, holdOut.HeldOut, label);
        byte[] onnx;
        string contributions;
        try
        {
            var outputs = Outputs(plan.Shape);
            onnx = OnnxExporter.Export(model, training, [.. examples.Inputs.Select(input => input.Name)], outputs);
            ParityCheck.Run(model, heldOut, outputs, onnx, own is null ? DefaultPipeline.Remedy(plan.Definition) : null, onnxRuntime);
            contributions = ContributionCheck.Run(plan.Shape, onnx, examples, holdOut.HeldOut);
        }
        catch (ExportException e)
        {
            throw Problem(own?.Location ?? plan.Definition.Location, Ids.NotExportable, e.Message);
        }
        var predictions = ShippedPredictor.Predict(plan, onnx, examples, holdOut.HeldOut);
        if (own is not null && OutputColumns.Problem(plan.Shape, predictions.Scores) is { } problem)
            throw Problem(own.Location, Ids.PipelineOutputMissing, problem);
        var chosen = plan.Shape.ThresholdFor is null ? null
            : ThresholdChoice.Make(rows, plan.Shape, label, learned => FitAgain(plan, rows, learned, label, defaultModel));
        var anomalies = plan.Shape.AnomalyShare is null ? null : FindAnomalies(plan, onnx, examples, holdOut.Training);
        predictions = predictions with { Threshold = anomalies?.Value ?? chosen?.Value ?? plan.Shape.Threshold };
        var clusters = plan.Shape.Task == TaskKind.Clustering ? ClusterNotes.List(plan.Shape, rows, ShippedPredictor.Predict(plan, onnx, examples, holdOut.Training)) : [];
        var measurements = HeldOutMetrics.Measure(predictions, new([.. holdOut.Training.Select(row => examples.Label[row])], examples.WeightsOf(holdOut.Training)), plan.Shape.Interval);
        return new(onnx, ModelCache.Hash(onnx), holdOut.Training.Length, holdOut.HeldOut.Length, defaultModel?.Boosting, predictions.Threshold, measurements,
            [.. Notes(plan, rows, defaultModel, chosen, interval, anomalies, predictions), .. clusters, contributions])
        {
            Profile = new TrainingProfile(rows, predictions, some => ShippedPredictor.Predict(plan, onnx, examples, some)).Measure(),
        };
    }

    AnomalyThreshold FindAnomalies(ModelPlan plan, byte[] onnx, ExampleSet examples, int[] training) =>
        AnomalyThreshold.Find(ShippedPredictor.Predict(plan, onnx, examples, training), plan.Shape.AnomalyShare!.Value)
            ?? throw Problem(plan.Definition.Location, Ids.NoFeatures, $"'{plan.Definition.Name}' has nothing to learn from: all training rows are equally unusual; "
                + "add rows, or columns in which some of them differ");

    DefaultModel Fit(ModelPlan plan, Func<DefaultModel> fit)
    {
        try
        {
            return fit();
        }
        catch (TooFewDifferentRowsException e)
        {
            throw Problem(plan.Definition.Location, Ids.WrongClusters, $"'{plan.Definition.Name}' cannot have {plan.Shape.Classes.Count} clusters: only {e.Rows} training rows differ in its inputs; "
                + $"write Clusters = {e.Rows} or fewer, or add rows, or columns in which they differ");
        }
        catch (NothingToLearnException e)
        {
            throw Problem(plan.Definition.Location, Ids.NoFeatures, $"'{plan.Definition.Name}' has nothing to learn from: {e.Message}");
        }
    }

    /// <summary>The same pipeline on some of the training rows, as it was fitted on all of them: with as many rounds as were found to be enough.</summary>
    /// <param name="defaultModel">The model on all of them; null where it brings its own pipeline.</param>
    ITransformer FitAgain(ModelPlan plan, ModelRows rows, int[] learned, string label, DefaultModel? defaultModel)
    {
        var ml = new MLContext(plan.Definition.Seed);
        return defaultModel is { Settings: var settings }
            ? Fit(plan, () => DefaultPipeline.Fit(ml, plan.Definition, rows, learned, threads, settings)).Model
            : ownPipeline.Fit(plan, ml, new ExampleView(rows.Examples, learned, label));
    }

    public static IReadOnlyList<string> Outputs(ModelShape shape) =>
        shape.Task == TaskKind.BinaryClassification ? ["Score", "Probability"]
        : shape.Interval is not null ? ["Score", IntervalStep.Low, IntervalStep.High]
        : ["Score"];

    void Check(ModelPlan plan, ExampleSet examples, HoldOut holdOut)
    {
        var rows = holdOut.Training.Length + holdOut.HeldOut.Length;
        var withLabel = plan.Shape.LearnsFromLabel ? $" with a value for '{plan.Shape.Label.Name}'" : "";
        if (rows < FewestRows || holdOut.Training.Length == 0 || holdOut.HeldOut.Length == 0)
            throw Problem(plan.Definition.Location, Ids.TooFewRows,
                $"'{plan.Dataset.Name}' has {Counted.Format(rows, "row")}{withLabel} ({holdOut.HeldOut.Length} of them held out); at least {FewestRows} are needed to train and to measure; {WhatLacks(plan.Shape, rows)}");
        foreach (var (side, what) in new[] { (holdOut.Training, "train"), (holdOut.HeldOut, "measure") })
            if (Array.TrueForAll(side, row => examples.WeightOf(row) == 0))
                throw Problem(plan.Definition.Location, Ids.WrongWeight,
                    $"all {Counted.Format(side.Length, "row")} that {what} the model have weight 0 in '{plan.Shape.Weight!.Name}', so none of them counts; correct the weights, or add data");
        if (!plan.Shape.LearnsFromLabel)
            return;
        var label = plan.Shape.Label.Name;
        int[] counted = [.. holdOut.Training.Where(row => examples.WeightOf(row) > 0)];
        if (Array.TrueForAll(counted, row => examples.Label[row] == examples.Label[counted[0]]))
            throw Problem(plan.Definition.Location, Ids.LabelNotVarying,
                $"label '{label}' has one value in all {Counted.Format(counted.Length, "training row")}{(counted.Length < holdOut.Training.Length ? " that count" : "")}: there is nothing to tell apart; choose another label, another split, or add data");
    }

    /// <summary>Enough rows may be of one moment or group, which is not divided.</summary>
    static string WhatLacks(ModelShape shape, int rows) => rows < FewestRows || shape.SplitColumn is not { } column ? "add data"
        : shape.Query is not null ? $"they have too few different values of '{column.Name}', of which each is a query that is held out or not; add rows of others"
        : $"they have too few different values of '{column.Name}', by which they are divided; add rows with others, or write Split = Split.Hash";

    static string[] Notes(ModelPlan plan, ModelRows rows, DefaultModel? model, ChosenThreshold? chosen, MadeInterval? interval, AnomalyThreshold? anomalies, Predictions heldOut)
    {
        var notes = new List<string>();
        if (model?.Boosting is { } boosting)
            notes.Add($"{Counted.Format(boosting.Rounds, "round")} of boosting: more gained nothing on training rows kept apart for that"
                + (boosting.Linear > 0 ? $"; a linear model gives {boosting.Linear:0.##} of the score beside the trees, with which these rows are predicted better" : "")
                + (boosting.Slope < 1 ? $"; differences of the score count {boosting.Slope:0.##}, as much as held on later training rows" : ""));
        if (plan.Tuning is { Chosen: { } tuned } tuning)
            notes.Add($"grown as {TuningName.Of(plan.Name)} says: {tuned}{(tuning.DataHash == plan.Data.Hash ? "" : "; that was chosen on other rows, -t:KilnTune searches again")}");
        else if (plan.Tuning is { } kept && kept.DataHash != plan.Data.Hash)
            notes.Add($"default settings, as {TuningName.Of(plan.Name)} says; that was decided on other rows, -t:KilnTune searches again");
        if (model is not null && plan.Shape.LearnsFromLabel && plan.Definition.Trainer == nameof(Trainer.LightGbm) && DefaultPipeline.IsTextOnly(rows.Examples))
            notes.Add("a linear model: all inputs are free text, where trees add nothing to what the words say");
        if (model is not null && plan.Shape.LearnsFromLabel && Seasons.Describe(rows.Examples, rows.HoldOut.Training) is { } seasons)
            notes.Add(seasons);
        notes.AddRange(model?.Texts.Select(text => text.Describe()) ?? []);
        if (model is not null && LearntText.Unread(plan.Shape, model.Texts) is { Count: > 0 } unread)
            notes.Add($"left out because nothing recurs in their texts: {string.Join(", ", unread)}");
        if (model?.Features is not null && MonotoneConstraint.Describe(plan.Definition) is { } constraints)
            notes.Add(constraints);
        if (ThresholdNote.Describe(plan.Definition, plan.Shape, chosen) is { } threshold)
            notes.Add(threshold);
        if (interval is not null)
            notes.Add(IntervalNote.Describe(plan.Shape, interval));
        if (anomalies is not null)
            notes.AddRange(AnomalyNotes.List(plan.Shape, rows, anomalies, heldOut));
        if (Calibration.Describe(heldOut) is { } calibration)
            notes.Add(calibration);
        if (QueryCheck.Describe(plan.Shape, rows) is { } queries)
            notes.Add(queries);
        if (WeightNote.Describe(plan.Shape, rows) is { } weights)
            notes.Add(weights);
        var unlabelled = rows.Examples.Label.Count(float.IsNaN);
        if (plan.Shape.LearnsFromLabel && unlabelled > 0)
            notes.Add($"left out because they have no '{plan.Shape.Label.Name}': {unlabelled} of {Counted.Format(rows.Table.Rows, "row")}");
        if (plan.Lock?.Split.By.FirstOrDefault(name => plan.Contract.Find(name) is null) is { } gone)
            notes.Add($"the rows were split again because '{gone}', which identified them, is no longer a column of the contract: "
                + "this model was not measured on the rows of the previous one");
        return [.. notes];
    }

    BuildException Problem(Location location, string id, string message) =>
        new(Path.GetFullPath(location.File, directory), location.Line, location.Column, id, message);
}
