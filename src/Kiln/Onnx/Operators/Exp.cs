namespace Kiln.Onnx.Operators;

/// <summary><c>Exp</c> of every element.</summary>
sealed class Exp : Operator
{
    readonly Slot _input;
    readonly Slot _result;

    public Exp(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (float)Math.Exp(from[i]);
    }

    /// <summary>An error in the exponent is multiplied by what the power is.</summary>
    public override double Magnitude(Row row, double incoming)
    {
        var largest = 1.0;
        foreach (var value in row.Numbers(_result))
            largest = Math.Max(largest, value);
        return incoming * largest;
    }
}
