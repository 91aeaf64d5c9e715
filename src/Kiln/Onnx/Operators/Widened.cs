namespace Kiln.Onnx.Operators;

/// <summary>An operator of ai.onnx.ml that computes with numbers and is given integers: it gets them as numbers.</summary>
sealed class Widened : Operator
{
    readonly Slot _integers;
    readonly Slot _numbers;
    readonly Operator _operator;

    public Widened(OnnxNode node, GraphBinding binding, Func<OnnxNode, GraphBinding, Operator?> bind)
    {
        _integers = binding.Input(node, 0, SlotKind.Integer);
        var name = $"{node.Inputs[0]} of {node.Outputs[0]} as numbers";
        _numbers = binding.Add(name, SlotKind.Number, _integers.Length, _integers.Inner);
        _operator = bind(node.Reading(name), binding)!;
    }

    /// <summary>Whether the node is given integers though it computes with numbers.</summary>
    public static bool IsNeeded(OnnxNode node, GraphBinding binding) =>
        node.Domain == "ai.onnx.ml"
        && node.Operator is "Scaler" or "Normalizer" or "Binarizer" or "LinearClassifier" or "LinearRegressor"
            or "SVMClassifier" or "SVMRegressor" or "TreeEnsembleClassifier" or "TreeEnsembleRegressor"
        && node.Inputs.Count > 0 && node.Outputs.Count > 0
        && binding.TryFind(node.Inputs[0]) is { Kind: SlotKind.Integer };

    public override void Run(Row row)
    {
        var from = row.Integers(_integers);
        var to = row.Numbers(_numbers);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i];
        _operator.Run(row);
    }

    public override int Products(Row row) => _operator.Products(row);

    public override double Magnitude(Row row, double incoming) => _operator.Magnitude(row, incoming);
}
