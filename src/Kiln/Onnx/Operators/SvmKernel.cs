namespace Kiln.Onnx.Operators;

/// <summary>How alike a row and a support vector are.</summary>
sealed class SvmKernel
{
    readonly string _kind;
    readonly float _gamma;
    readonly float _constant;
    readonly float _degree;

    public SvmKernel(OnnxNode node, bool isLinear)
    {
        _kind = isLinear ? "LINEAR" : node.Text("kernel_type", "LINEAR");
        if (_kind is not ("LINEAR" or "POLY" or "RBF" or "SIGMOID"))
            throw node.Invalid($"has the kernel {_kind}, which this version of Kiln does not know");
        var parameters = node.Floats("kernel_params");
        if (parameters.Length == 3)
            (_gamma, _constant, _degree) = (parameters[0], parameters[1], parameters[2]);
        else if (_kind != "LINEAR")
            throw node.Invalid($"has {parameters.Length} parameters of its kernel instead of 3");
    }

    public double Value(ReadOnlySpan<float> row, ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
            sum += _kind == "RBF" ? Square((double)row[i] - vector[i]) : (double)row[i] * vector[i];
        return _kind switch
        {
            "LINEAR" => sum,
            "POLY" => Math.Pow(_gamma * sum + _constant, _degree),
            "RBF" => Math.Exp(-_gamma * sum),
            _ => Math.Tanh(_gamma * sum + _constant),
        };
    }

    static double Square(double value) => value * value;
}
