namespace Kiln.Onnx.Operators;

/// <summary><c>Normalizer</c>: the row divided by its own length, or by its largest element, where that is not 0.</summary>
sealed class Normalizer : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly bool _isL1;

    public Normalizer(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        var norm = node.Text("norm", "MAX");
        if (norm is not ("L1" or "L2" or "MAX") || _input.Inner != 1)
            throw node.Invalid($"scales by {norm}, which this version of Kiln does not know");
        (_isL1, DividesByLength) = (norm == "L1", norm != "MAX");
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length);
    }

    public Slot Input => _input;

    /// <summary>Whether it divides by a length, and not by the largest element.</summary>
    public bool DividesByLength { get; }

    /// <summary>The length of a row that has these elements, and else only 0; not a number where one of them is none.</summary>
    public double Length(ReadOnlySpan<float> elements)
    {
        var sum = 0.0;
        foreach (var i in new NonZeros(elements))
            sum += _isL1 ? Math.Abs(elements[i]) : (double)elements[i] * elements[i];
        return _isL1 ? sum : Math.Sqrt(sum);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        if (!DividesByLength)
        {
            DivideByLargest(from, to);
            return;
        }
        var length = Length(from);
        // Without a length nothing has a share of it, 0 neither.
        to.Fill(double.IsNaN(length) ? float.NaN : 0);
        foreach (var i in new NonZeros(from))
            to[i] = (float)(from[i] / length);
    }

    /// <summary>By the largest element, and not by its absolute value; where that is 0 nothing changes.</summary>
    static void DivideByLargest(ReadOnlySpan<float> from, Span<float> to)
    {
        var largest = from[0];
        foreach (var value in from)
            largest = MathF.Max(largest, value);
        for (var i = 0; i < to.Length; i++)
            to[i] = largest == 0 ? from[i] : from[i] / largest;
    }
}
