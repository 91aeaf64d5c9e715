namespace Kiln.Onnx.Operators;

/// <summary><c>Binarizer</c>: 1 for each element above the threshold, else 0.</summary>
sealed class Binarizer : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly float _threshold;

    public Binarizer(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _threshold = node.Float("threshold", 0);
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Any);

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] > _threshold ? 1 : 0;
    }
}
