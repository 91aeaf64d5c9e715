namespace Kiln.Onnx.Operators;

/// <summary>
/// <c>SVMClassifier</c>: every two classes are told apart by a sum over their support vectors, and the class that wins most often is chosen, or the
/// likeliest where the model knows probabilities. Without support vectors it is a linear model.
/// </summary>
sealed class SvmClassifier : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly ClassLabels _labels;
    readonly PostTransform _transform;
    readonly SvmKernel _kernel;
    readonly float[] _vectors;
    readonly float[] _coefficients;
    readonly float[] _rho;
    readonly int[] _starts;
    readonly PairwiseProbabilities? _probabilities;
    readonly bool _isShare;

    public SvmClassifier(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _labels = new(node, binding);
        _transform = PostTransforms.Read(node);
        _coefficients = node.Floats("coefficients");
        _rho = node.Floats("rho");
        _vectors = node.Floats("support_vectors");
        var counts = node.Ints("vectors_per_class");
        _kernel = new(node, isLinear: counts.Length == 0);
        if (counts.Length != 0 && counts.Length != _labels.Count || counts.Any(count => count is < 0 or > 1 << 24) || _labels.Count < 2)
            throw node.Invalid($"has support vectors of {counts.Length} classes for {_labels.Count}");
        _starts = [0, .. counts.Select((_, i) => (int)counts.Take(i + 1).Sum())];
        if (node.Has("prob_a"))
            _probabilities = new(node, _labels.Count);
        _isShare = _coefficients.All(coefficient => coefficient >= 0);
        var isWrong = IsLinear
            ? _coefficients.Length != _labels.Count * _input.Length || _rho.Length == 0
            : _vectors.Length != _starts[^1] * _input.Length || _coefficients.Length != (_labels.Count - 1) * _starts[^1] || _rho.Length != Pairs;
        if (isWrong)
            throw node.Invalid($"has {_vectors.Length} numbers of support vectors, {_coefficients.Length} coefficients and {_rho.Length} constants for {_labels.Count} classes and {_input.Length} elements");
        _result = binding.Output(node, 1, SlotKind.Number, IsLinear || _probabilities is not null || _labels.Count == 2 ? _labels.Count : Pairs);
        binding.SetRounding(_result, Rounding.Sum);
    }

    bool IsLinear => _starts.Length == 1;

    int Pairs => _labels.Count * (_labels.Count - 1) / 2;

    public override void Run(Row row)
    {
        var scores = row.Numbers(_result);
        if (IsLinear)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] = (float)(_kernel.Value(row.Numbers(_input), _coefficients.AsSpan(i * _input.Length, _input.Length)) + _rho[0]);
            var best = ClassLabels.Largest(scores);
            // Of two classes the second is chosen as soon as any score says so: so does ONNX Runtime.
            _labels.Choose(row, _labels.Count == 2 && (_isShare ? scores[best] >= 0.5 : scores[best] > 0) ? 1 : best);
            _transform.Apply(scores);
            return;
        }
        Span<float> pairs = Pairs <= 256 ? stackalloc float[Pairs] : new float[Pairs];
        var winner = Decide(row, pairs);
        if (_probabilities is not null)
            _probabilities.Estimate(pairs, scores);
        else if (_labels.Count == 2)
            _transform.ApplyToSecond(isShare: _transform != PostTransform.None, pairs[0], scores);
        else
            pairs.CopyTo(scores);
        _labels.Choose(row, winner);
        if (_probabilities is not null || _labels.Count > 2)
            _transform.Apply(scores);
    }

    public override double Magnitude(Row row, double incoming)
    {
        if (IsLinear)
            return Math.Max(incoming, row.Numbers(_input).ToArray().Sum(value => Math.Abs((double)value)) * _coefficients.Max(MathF.Abs));
        var sum = _rho.Max(MathF.Abs);
        for (var vector = 0; vector < _starts[^1]; vector++)
            sum += (float)Math.Abs(Alike(row, vector)) * Enumerable.Range(0, _labels.Count - 1).Max(i => Math.Abs(_coefficients[i * _starts[^1] + vector]));
        return Math.Max(incoming, sum);
    }

    /// <summary>The sum of each two classes, and who wins most of them.</summary>
    int Decide(Row row, Span<float> pairs)
    {
        Span<double> alike = _starts[^1] <= 512 ? stackalloc double[_starts[^1]] : new double[_starts[^1]];
        for (var vector = 0; vector < alike.Length; vector++)
            alike[vector] = Alike(row, vector);
        Span<float> votes = _labels.Count <= 256 ? stackalloc float[_labels.Count] : new float[_labels.Count];
        votes.Clear();
        var pair = 0;
        for (var i = 0; i < _labels.Count; i++)
            for (var j = i + 1; j < _labels.Count; j++)
            {
                var sum = _rho[pair] + Weighted(alike, j - 1, i) + Weighted(alike, i, j);
                pairs[pair++] = (float)sum;
                votes[sum > 0 ? i : j]++;
            }
        return ClassLabels.Largest(votes);
    }

    double Weighted(ReadOnlySpan<double> alike, int coefficients, int ofClass)
    {
        var sum = 0.0;
        for (var vector = _starts[ofClass]; vector < _starts[ofClass + 1]; vector++)
            sum += _coefficients[coefficients * _starts[^1] + vector] * alike[vector];
        return sum;
    }

    double Alike(Row row, int vector) => _kernel.Value(row.Numbers(_input), _vectors.AsSpan(vector * _input.Length, _input.Length));
}
