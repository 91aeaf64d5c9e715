namespace Kiln.Onnx.Operators;

/// <summary><c>LinearClassifier</c>: a weighted sum of the features per class, and the class whose is the largest.</summary>
sealed class LinearClassifier : Operator
{
    readonly LinearScores scores;
    readonly long[] classes;
    readonly bool softmax;
    readonly Slot label;
    readonly Slot result;

    public LinearClassifier(OnnxNode node, GraphBinding binding)
    {
        scores = new(node, binding);
        classes = node.Ints("classlabels_ints");
        if (classes.Length != scores.Count || classes.Length < 2)
            throw node.Invalid($"has {classes.Length} integer labels for {scores.Count} scores");
        softmax = node.Text("post_transform", "NONE") switch
        {
            "NONE" => false,
            "SOFTMAX" => true,
            var other => throw node.Invalid($"transforms its scores by {other}, which this version of Kiln does not know"),
        };
        label = binding.Output(node, 0, SlotKind.Integer, 1);
        result = binding.Output(node, 1, SlotKind.Number, scores.Count);
    }

    public override void Run(Row row)
    {
        var values = row.Numbers(result);
        scores.Run(row, values);
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }
        row.Integers(label)[0] = classes[best];
        if (softmax)
            Softmax.Apply(values, values);
    }

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, scores.Magnitude(row));
}
