using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;

namespace Kiln.Tests.Onnx.Compilation;

/// <summary>What is folded against the graph as it is written, which other tests hold against ONNX Runtime: all bits, on every kind of machine.</summary>
public class CompiledGraphTests
{
    [Theory]
    [InlineData(2, 1, 9)]
    [InlineData(31, 3, 20)]
    [InlineData(33, 2, 17)]
    [InlineData(64, 1, 40)]
    [InlineData(300, 2, 9)]
    public void Random_trees_give_the_same_bits(int leaves, int ensembles, int trees)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var forest = new RandomModel(seed * 1001 + leaves);
            var graph = new CompiledGraph(OnnxModel.Read(GraphWriter.Write(forest.Trees(leaves, ensembles, trees))));

            AgreesOnRows(graph, forest);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Random_weights_give_the_same_bits(int scores)
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var model = new RandomModel(seed * 7 + scores);
            AgreesOnRows(new(OnnxModel.Read(GraphWriter.Write(model.Linear(scores)))), model);
        }
    }

    static void AgreesOnRows(CompiledGraph graph, RandomModel model)
    {
        Assert.True(graph.IsFolded);
        var folded = Enum.GetValues<MaskBits>().Select(bits => graph.CreateEvaluator(bits)).ToArray();
        Assert.All(folded, evaluator => Assert.True(evaluator.StepCount < graph.Reference.StepCount));
        for (var i = 0; i < 200; i++)
        {
            var (numbers, texts) = model.Row();
            var expected = Bits(graph.Reference, numbers, texts);
            foreach (var evaluator in folded)
                Assert.Equal(expected, Bits(evaluator, numbers, texts));
        }
    }

    [Fact]
    public void Only_what_outputs_still_need_is_left()
    {
        var compiled = new CompiledGraph(OnnxModel.Read(SmallModel.Bytes));

        // The trees, the slope and the probability.
        Assert.Equal(3, compiled.CreateEvaluator().StepCount);
        Assert.Equal(5, compiled.Reference.StepCount);
    }

    [Fact]
    public void Trees_of_several_targets_run_as_they_are_written()
    {
        var graph = SmallModel.Graph();
        graph.Nodes[2].Attributes["n_targets"] = 2L;
        graph.Nodes[2].Attributes["target_ids"] = new long[] { 0, 1, 0, 1 };
        graph.Nodes.RemoveRange(3, 2);
        graph.Outputs.RemoveAt(1);

        Assert.False(new CompiledGraph(OnnxModel.Read(GraphWriter.Write(graph))).IsFolded);
    }

    static int[] Bits(Evaluator evaluator, float[] numbers, string[] texts)
    {
        using var scratch = evaluator.Rent();
        var (number, text) = (0, 0);
        foreach (var (_, slot) in evaluator.Inputs)
        {
            if (slot.Kind == SlotKind.Number)
                scratch.Row.Number(slot.Offset) = numbers[number++];
            else
                scratch.Row.Text(slot.Offset) = texts[text++];
        }
        evaluator.Run(scratch.Row);
        List<int> bits = [];
        foreach (var output in evaluator.Outputs)
            foreach (var value in scratch.Row.Numbers(output))
                bits.Add(BitConverter.SingleToInt32Bits(value));
        return [.. bits];
    }
}
