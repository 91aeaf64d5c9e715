using Kiln.Host.Boosters;
using Kiln.Host.Export.Parity;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Boosters;

/// <summary>Compares what ships, as Kiln and as ONNX Runtime run it, with LightGBM's own predictions.</summary>
static class Referee
{
    /// <summary>How far the two are from LightGBM at most, relative to what may be rounded: scores to the sum of the leaves, probabilities to 1.</summary>
    public static (double Kiln, double Runtime, int Terms) Distance(ITransformer model, IDataView rows, byte[] onnx, string[] outputs)
    {
        var kiln = new KilnScores(onnx);
        using var runtime = new OnnxRuntimeScores(onnx);
        var sample = RowSample.Read(model, rows, RefereeData.Inputs, outputs, int.MaxValue);
        var (ours, magnitudes, _) = kiln.Run(sample);
        var theirs = runtime.Run(sample);
        var expected = Native(PipelineStep.List(model, rows), outputs);
        var (kilnDistance, runtimeDistance) = (0.0, 0.0);
        for (var output = 0; output < outputs.Length; output++)
        {
            var width = expected[output].Length / sample.Count;
            var isProbability = width > 1 || outputs[output] == "Probability";
            Assert.Equal(expected[output].Length, ours[output].Length);
            for (var i = 0; i < expected[output].Length; i++)
            {
                var scale = isProbability ? 1 : magnitudes[i / width];
                kilnDistance = Math.Max(kilnDistance, Math.Abs(ours[output][i] - expected[output][i]) / scale);
                runtimeDistance = Math.Max(runtimeDistance, Math.Abs(theirs[output][i] - expected[output][i]) / scale);
            }
        }
        return (kilnDistance, runtimeDistance, kiln.Trees);
    }

    /// <summary>Per output LightGBM's predictions of all rows, from the booster's own text.</summary>
    static double[][] Native(List<PipelineStep> steps, string[] outputs)
    {
        var step = steps.Last(step => EnsembleFinder.Find(step.Model).Any());
        List<double[]> rows = [];
        List<double[]> probabilities = [];
        List<NativeBooster> boosters = [];
        List<Booster> found = [.. EnsembleFinder.Find(step.Model).Select(ensemble => BoosterTable.Find(ensemble)!.Value.Booster).Distinct()];
        boosters.AddRange(found.Select(booster => new NativeBooster(booster.Text)));
        var features = new float[boosters[0].Features];
        foreach (var row in step.Source.GetColumn<float[]>(step.FeatureColumn!))
        {
            Assert.True(found[0].TryWriteFeatures(row, features));
            rows.Add([.. boosters.SelectMany(booster => booster.RawScores(features))]);
            probabilities.Add([.. boosters.SelectMany(booster => booster.Probabilities(features))]);
        }
        boosters.ForEach(booster => booster.Dispose());
        if (rows[0].Length == 1)
            return [.. outputs.Select(output => (output == "Score" ? rows : probabilities).SelectMany(row => row).ToArray())];
        // Of one yes-or-no model a class ML.NET, and so what ships, gives shares of 1.
        return [[.. probabilities.SelectMany(row => row.Select(value => value / row.Sum()))]];
    }
}
