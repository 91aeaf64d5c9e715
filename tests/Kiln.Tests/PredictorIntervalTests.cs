using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Tests.Onnx;

namespace Kiln.Tests;

/// <summary>A model whose predicted numbers have an interval.</summary>
public class PredictorIntervalTests : IDisposable
{
    readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The small model's score, less 1 and plus 2.</summary>
    static byte[] Onnx()
    {
        var graph = SmallModel.Graph();
        graph.Outputs[1] = new("Low", TensorElementType.Float, 1);
        graph.Outputs.Add(new("High", TensorElementType.Float, 1));
        graph.Nodes.RemoveAll(node => node.Is("Mul") || node.Is("Sigmoid"));
        graph.Initializers.Clear();
        graph.Initializers.Add(new("below", TensorElementType.Float, [1], new[] { 1f }));
        graph.Initializers.Add(new("above", TensorElementType.Float, [1], new[] { 2f }));
        graph.Nodes.Add(new GraphNode("Sub", "", "Sub", ["Score", "below"], ["Low"]));
        graph.Nodes.Add(new GraphNode("Add", "", "Add", ["Score", "above"], ["High"]));
        return GraphWriter.Write(graph);
    }

    Predictor Load(string interval)
    {
        folder.Write(Onnx());
        folder.EditManifest("BinaryClassification", "Regression");
        folder.EditManifest("\"no\", \"yes\"", "");
        folder.EditManifest("\"AreaUnderRocCurve\": 0.91, \"LogLoss\": 0.3", "\"Coverage\": 0.91");
        folder.EditManifest("\"inputs\"", $"{interval} \"inputs\"");
        return Predictor.Load(ModelFolder.Model, folder.Path, ModelFolder.Numbers, ModelFolder.Texts, []);
    }

    [Fact]
    public void A_row_gets_the_number_and_both_ends_and_allocates_nothing()
    {
        var predictor = Load("\"interval\": 0.9,");
        float[] numbers = [70.35f, 20];
        string?[] texts = ["ünï"];
        var scores = new float[3];
        for (var i = 0; i < 100; i++)
            predictor.Score(numbers, texts, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        predictor.Score(numbers, texts, scores);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        var score = SmallModel.Score(20, "ünï");
        Assert.Equal([score, score - 1, score + 2], scores);
        Assert.Equal((3, 0.9f, 0.91), (predictor.ScoreCount, predictor.Info.Interval, predictor.Info.Metrics[Metric.Coverage]));
    }

    /// <summary>The file and what is said of it are of two builds.</summary>
    [Fact]
    public void A_file_with_ends_that_its_manifest_does_not_know_is_refused() =>
        Assert.Contains("it gives 3 scores instead of 1", Assert.Throws<InvalidDataException>(() => Load("")).Message);
}
