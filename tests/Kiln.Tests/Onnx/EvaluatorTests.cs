using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Tests.Onnx;

public class EvaluatorTests
{
    [Fact]
    public void An_operator_nobody_knows_is_named()
    {
        var graph = SmallModel.Graph();
        graph.Nodes.Add(new("Lstm", "", "the step", ["Age"], ["later"]));

        Refused(graph, "the node 'the step' (Lstm) of the domain '' is not known to this version of Kiln");
    }

    [Fact]
    public void A_value_that_nothing_makes_is_named()
    {
        var graph = SmallModel.Graph();
        graph.Nodes.RemoveAt(0);

        Refused(graph, "nothing creates the value 'encoded'");
    }

    [Fact]
    public void Trees_that_run_in_circles_are_refused()
    {
        var graph = SmallModel.Graph();
        graph.Nodes[2].Attributes["nodes_truenodeids"] = new long[] { 0, 0, 0, 1, 0, 0 };

        Refused(graph, "has the node 0 of tree 0 before its parent");
    }

    [Fact]
    public void Trees_that_look_beyond_their_features_are_refused()
    {
        var graph = SmallModel.Graph();
        graph.Nodes[2].Attributes["nodes_featureids"] = new long[] { 0, 0, 0, 4, 0, 0 };

        Refused(graph, "looks at feature 4 of 4");
    }

    [Fact]
    public void Lists_of_different_lengths_are_refused()
    {
        var graph = SmallModel.Graph();
        graph.Nodes[2].Attributes["nodes_values"] = new float[5];

        Refused(graph, "has 5 nodes_values for 6 nodes");
    }

    [Fact]
    public void An_input_of_another_shape_is_refused()
    {
        var graph = SmallModel.Graph();
        graph.Inputs[0] = graph.Inputs[0] with { Width = 0 };

        Refused(graph, "The ONNX file's input 'Age' does not say how many elements a row has");
    }

    static void Refused(Graph graph, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() => new Evaluator(OnnxModel.Read(GraphWriter.Write(graph))));

        Assert.Contains(why, error.Message);
    }
}
