using Kiln.Host.Export.Parity;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace Kiln.Host.Export;

/// <summary>
/// Holds an exported file against the model it was made from: ML.NET, ONNX Runtime and Kiln's own evaluator must agree on held-out rows and
/// on rows no training set has, and where LightGBM trained, ML.NET with LightGBM itself. Exports that are wrong look right, so this is part
/// of every export.
/// </summary>
static class ParityCheck
{
    const int RowLimit = 1_000;

    /// <param name="model">The fitted pipeline.</param>
    /// <param name="rows">Held-out rows, with the columns the pipeline was fitted on; the first thousand are used.</param>
    /// <param name="outputs">The columns the file was exported with, in that order.</param>
    /// <param name="onnx">The file's bytes.</param>
    /// <param name="remedy">What to do about a difference where no step of the pipeline is the user's to change.</param>
    /// <param name="onnxRuntime">False on a machine that has none; the build has said so.</param>
    /// <returns>How many predictions were compared.</returns>
    /// <exception cref="ExportException">They differ; the message names the column, the step that makes it, and the row.</exception>
    public static int Run(ITransformer model, IDataView rows, IReadOnlyList<string> outputs, byte[] onnx, string? remedy = null, bool onnxRuntime = true)
    {
        var steps = PipelineStep.List(model, rows);
        var kiln = OpenKiln(onnx);
        using var runtime = onnxRuntime ? OpenRuntime(onnx) : null;
        var inputs = kiln.Inputs.ToList();
        var comparison = new Comparison(steps, outputs, remedy);

        var plain = RowSample.Read(model, rows, inputs, outputs, RowLimit);
        if (plain.Count == 0)
            throw new ExportException("there are no held-out rows to check the exported model on");
        BoosterCheck.Run(steps, RowLimit, row => $"held-out row {row + 1}", atThresholds: true);
        comparison.Check(plain, kiln, runtime, row => $"held-out row {row + 1}");

        var values = new AwkwardValues(inputs, kiln.ComparesOnly);
        var compared = plain.Count;
        for (var kind = 0; kind < values.Kinds; kind += plain.Count)
        {
            var awkward = new AwkwardRows(rows, inputs.ToHashSet(StringComparer.Ordinal), values, kind);
            var sample = RowSample.Read(model, awkward, inputs, outputs, RowLimit);
            BoosterCheck.Run(PipelineStep.List(model, awkward), RowLimit, row => $"held-out row {row + 1} with {awkward.Describe(row)}");
            comparison.Check(sample, kiln, runtime, row => $"held-out row {row + 1} with {awkward.Describe(row)}");
            compared += sample.Count;
        }
        return compared;
    }

    static KilnScores OpenKiln(byte[] onnx)
    {
        try
        {
            return new(onnx);
        }
        catch (InvalidDataException e)
        {
            throw new ExportException($"the predictor cannot run the exported model: {e.Message.TrimEnd('.')}", e);
        }
    }

    static OnnxRuntimeScores OpenRuntime(byte[] onnx)
    {
        try
        {
            return new(onnx);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ExportException($"ONNX Runtime cannot load the exported model: {e.Message}", e);
        }
    }
}
