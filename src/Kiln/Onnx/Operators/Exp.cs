namespace Kiln.Onnx.Operators;

/// <summary><c>Exp</c> of every element.</summary>
sealed class Exp : Operator
{
    readonly Slot input;
    readonly Slot result;

    public Exp(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        result = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (float)Math.Exp(from[i]);
    }

    /// <summary>An error in the exponent is multiplied by what the power is.</summary>
    public override double Magnitude(Row row, double incoming)
    {
        var largest = 1.0;
        foreach (var value in row.Numbers(result))
            largest = Math.Max(largest, value);
        return incoming * largest;
    }
}
