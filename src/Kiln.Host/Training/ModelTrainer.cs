using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Export;
using Kiln.Host.Models;
using Kiln.Host.Pipelines;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>Trains one model: rows in, an ONNX file and its metrics on the held-out rows out.</summary>
/// <param name="onnxRuntime">Whether this machine has ONNX Runtime to hold the file against.</param>
sealed class ModelTrainer(string directory, int threads, OwnPipeline ownPipeline, bool onnxRuntime)
{
    /// <summary>With fewer rows the held-out fifth is a handful and measures nothing.</summary>
    const int FewestRows = 20;

    public TrainedModel Train(ModelPlan plan, Table table)
    {
        var own = plan.Definition.Pipeline;
        if (own is null)
            NativeLibraries.Check(plan.Definition, directory);
        if (SinglePrecision.Check(plan, table) is { Count: > 0 } lost)
            throw new BuildException(lost);
        var examples = Examples.From(table, plan.Shape);
        var holdOut = HoldOut.Of(table, examples, plan.Data.Split);
        Check(plan, examples, holdOut);

        // A fresh context for each training: it is one shared stream of random numbers.
        var ml = new MLContext(plan.Definition.Seed);
        var label = own is null ? ExampleView.Label : plan.Shape.Label.Name;
        var training = new ExampleView(examples, holdOut.Training, label);
        var model = own is null
            ? DefaultPipeline.Fit(ml, plan.Definition, examples, training, threads)
            : ownPipeline.Fit(plan, ml, training);
        var heldOut = new ExampleView(examples, holdOut.HeldOut, label);
        byte[] onnx;
        try
        {
            var outputs = Outputs(plan.Shape.Task);
            onnx = OnnxExporter.Export(model, training, [.. examples.Inputs.Select(input => input.Name)], outputs);
            ParityCheck.Run(model, heldOut, outputs, onnx, own is null ? DefaultPipeline.Remedy(plan.Definition) : null, onnxRuntime);
        }
        catch (ExportException e)
        {
            throw Problem(own?.Location ?? plan.Definition.Location, Ids.NotExportable, e.Message);
        }
        var predictions = ShippedPredictor.Predict(plan, onnx, examples, holdOut.HeldOut);
        if (own is not null && OutputColumns.Complaint(plan.Shape, predictions.Scores) is { } complaint)
            throw Problem(own.Location, Ids.PipelineOutputMissing, complaint);
        var measurements = Bootstrap.Measure(predictions, [.. holdOut.Training.Select(row => examples.Label[row])]);
        return new(onnx, ModelCache.Hash(onnx), holdOut.Training.Length, holdOut.HeldOut.Length, measurements, Notes(plan, table, examples, holdOut));
    }

    public static IReadOnlyList<string> Outputs(TaskKind task) => task == TaskKind.BinaryClassification ? ["Score", "Probability"] : ["Score"];

    void Check(ModelPlan plan, Examples examples, HoldOut holdOut)
    {
        var rows = holdOut.Training.Length + holdOut.HeldOut.Length;
        var label = plan.Shape.Label.Name;
        if (rows < FewestRows || holdOut.Training.Length == 0 || holdOut.HeldOut.Length == 0)
            throw Problem(plan.Definition.Location, Ids.TooFewRows,
                $"'{plan.Dataset.Name}' has {Counted.Of(rows, "row")} with a '{label}' ({holdOut.HeldOut.Length} of them held out); at least {FewestRows} are needed to train and to measure: add data");
        var first = examples.Label[holdOut.Training[0]];
        if (Array.TrueForAll(holdOut.Training, row => examples.Label[row] == first))
            throw Problem(plan.Definition.Location, Ids.LabelNotVarying,
                $"label '{label}' has one value in all {Counted.Of(holdOut.Training.Length, "training row")}: there is nothing to tell apart; choose another label, another split, or add data");
    }

    static string[] Notes(ModelPlan plan, Table table, Examples examples, HoldOut holdOut)
    {
        var notes = new List<string>();
        if (plan.Shape.Dropped.Count > 0)
            notes.Add($"left out, because free text is no input of a model yet: {string.Join(", ", plan.Shape.Dropped.Select(c => c.Name))}");
        var unlabelled = examples.Label.Count(float.IsNaN);
        if (unlabelled > 0)
            notes.Add($"left out, because they have no '{plan.Shape.Label.Name}': {unlabelled} of {Counted.Of(table.Rows, "row")}");
        if (plan.Lock?.Split.By.FirstOrDefault(name => plan.Contract.Find(name) is null) is { } gone)
            notes.Add($"the rows are placed on the sides of the split anew, because '{gone}', by which they were known, is no column of the contract any longer: "
                + "this model was not measured on the rows of the one before");
        if (SeenRows.Note(examples, holdOut) is { } seen)
            notes.Add(seen);
        return [.. notes];
    }

    BuildException Problem(Location location, string id, string message) =>
        new(Path.GetFullPath(location.File, directory), location.Line, location.Column, id, message);
}
