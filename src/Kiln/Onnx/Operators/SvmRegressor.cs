namespace Kiln.Onnx.Operators;

/// <summary><c>SVMRegressor</c>: the weighted sum of how alike a row is to each support vector; also one-class models, which say 1 or -1.</summary>
sealed class SvmRegressor : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly SvmKernel _kernel;
    readonly float[] _vectors;
    readonly float[] _coefficients;
    readonly float _rho;
    readonly bool _isOneClass;

    public SvmRegressor(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        var supports = node.Int("n_supports", 0);
        _coefficients = node.Floats("coefficients");
        // Without support vectors the coefficients are those of a linear model.
        _vectors = supports > 0 ? node.Floats("support_vectors") : _coefficients;
        _kernel = new(node, isLinear: supports == 0);
        _isOneClass = node.Int("one_class", 0) != 0;
        if (supports < 0 || _vectors.Length != Math.Max(supports, 1) * _input.Length || (supports > 0 && _coefficients.Length != supports) || node.Floats("rho") is not [var rho])
            throw node.Invalid($"has {_vectors.Length} numbers of {supports} vectors and {_coefficients.Length} coefficients for {_input.Length} elements");
        if (PostTransforms.Read(node) != PostTransform.None)
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        _rho = rho;
        _coefficients = supports > 0 ? _coefficients : [1];
        _result = binding.Output(node, 0, SlotKind.Number, 1);
        binding.SetRounding(_result, Rounding.Sum);
    }

    public override void Run(Row row)
    {
        var sum = (double)_rho;
        for (var i = 0; i < _coefficients.Length; i++)
            sum += _coefficients[i] * Alike(row, i);
        row.Numbers(_result)[0] = _isOneClass ? (sum > 0 ? 1 : -1) : (float)sum;
    }

    public override double Magnitude(Row row, double incoming)
    {
        var sum = Math.Abs((double)_rho);
        for (var i = 0; i < _coefficients.Length; i++)
            sum += Math.Abs(_coefficients[i] * Alike(row, i));
        return Math.Max(incoming, sum);
    }

    double Alike(Row row, int vector) => _kernel.Value(row.Numbers(_input), _vectors.AsSpan(vector * _input.Length, _input.Length));
}
