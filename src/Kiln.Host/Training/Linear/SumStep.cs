using Kiln.Contracts.Models;
using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Linear;

/// <summary>The score that trees and a linear model give together, and of classes the probability that follows from it.</summary>
sealed class SumStep : GraphStep
{
    /// <summary>The column of the trees' scores: one, or one a class.</summary>
    public const string Trees = "\u0001Trees";

    readonly TaskKind _task;
    readonly int _scores;

    public SumStep(MLContext ml, IDataView scored, TaskKind task)
    {
        (_task, _scores) = (task, ((VectorDataViewType)scored.Schema[Trees].Type).Size);
        var from = SchemaDefinition.Create(typeof(Parts));
        (from[nameof(Parts.OfTrees)].ColumnName, from[nameof(Parts.OfTrees)].ColumnType) = (Trees, scored.Schema[Trees].Type);
        (from[nameof(Parts.OfLinear)].ColumnName, from[nameof(Parts.OfLinear)].ColumnType) = (LinearScoresStep.Scores, scored.Schema[LinearScoresStep.Scores].Type);
        var classes = SchemaDefinition.Create(typeof(Probabilities));
        classes[nameof(Probabilities.Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, _scores);
        Rows = task switch
        {
            TaskKind.BinaryClassification => ml.Transforms.CustomMapping<Parts, Probable>(Write, null, from).Fit(scored),
            TaskKind.MulticlassClassification => ml.Transforms.CustomMapping<Parts, Probabilities>(Write, null, from, classes).Fit(scored),
            _ => ml.Transforms.CustomMapping<Parts, Number>((parts, to) => to.Score = parts.Sum()[0], null, from).Fit(scored),
        };
    }

    protected override ITransformer Rows { get; }

    /// <summary>The outputs in the order of the columns' names.</summary>
    public override Graph ToGraph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new(Trees, TensorElementType.Float, _scores));
        graph.Inputs.Add(new(LinearScoresStep.Scores, TensorElementType.Float, _scores));
        graph.Nodes.Add(new("Add", "", "sum.score", [Trees, LinearScoresStep.Scores], ["sum.score"]));
        if (_task == TaskKind.BinaryClassification)
        {
            graph.Nodes.Add(new("Sigmoid", "", "sum.probability", ["sum.score"], ["sum.probability"]));
            graph.Outputs.Add(new("sum.probability", TensorElementType.Float, 1));
        }
        if (_task == TaskKind.MulticlassClassification)
        {
            var softmax = new GraphNode("Softmax", "", "sum.probabilities", ["sum.score"], ["sum.probabilities"]);
            softmax.Attributes["axis"] = 1L;
            graph.Nodes.Add(softmax);
        }
        graph.Outputs.Add(new(_task == TaskKind.MulticlassClassification ? "sum.probabilities" : "sum.score", TensorElementType.Float, _scores));
        return graph;
    }

    static void Write(Parts parts, Probable to)
    {
        to.Score = parts.Sum()[0];
        (to.PredictedLabel, to.Probability) = (to.Score > 0, (float)(1 / (1 + Elementary.Exp(-(double)to.Score))));
    }

    static void Write(Parts parts, Probabilities to)
    {
        var scores = Array.ConvertAll(parts.Sum(), score => (double)score);
        SoftmaxLoss.Softmax(scores);
        to.Score = new(scores.Length, Array.ConvertAll(scores, probability => (float)probability));
    }

    sealed class Parts
    {
        public VBuffer<float> OfTrees { get; set; }

        public VBuffer<float> OfLinear { get; set; }

        public float[] Sum() => [.. OfTrees.DenseValues().Zip(OfLinear.DenseValues(), (trees, linear) => trees + linear)];
    }

    sealed class Number
    {
        public float Score { get; set; }
    }

    sealed class Probable
    {
        public float Score { get; set; }

        public float Probability { get; set; }

        /// <summary>For who holds ML.NET's answers against others; in the file it follows from the score.</summary>
        public bool PredictedLabel { get; set; }
    }

    sealed class Probabilities
    {
        public VBuffer<float> Score { get; set; }
    }
}
