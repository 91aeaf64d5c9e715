namespace Kiln.Onnx.Operators;

/// <summary>
/// The classes' probabilities from those of each two of them: the second method of Wu, Lin and Weng, "Probability Estimates for Multi-class
/// Classification by Pairwise Coupling" (JMLR 2004), as libsvm runs it.
/// </summary>
sealed class PairwiseProbabilities
{
    const float Least = 1e-7f;

    readonly float[] _slopes;
    readonly float[] _offsets;
    readonly int _classes;

    public PairwiseProbabilities(OnnxNode node, int classes)
    {
        (_slopes, _offsets, _classes) = (node.Floats("prob_a"), node.Floats("prob_b"), classes);
        if (_slopes.Length != classes * (classes - 1) / 2 || _offsets.Length != _slopes.Length)
            throw node.Invalid($"has {_slopes.Length} and {_offsets.Length} constants for the probabilities of {classes} classes");
    }

    public void Estimate(ReadOnlySpan<float> pairs, Span<float> probabilities)
    {
        var of = new double[_classes, _classes];
        var pair = 0;
        for (var i = 0; i < _classes; i++)
            for (var j = i + 1; j < _classes; j++, pair++)
            {
                of[i, j] = Math.Clamp(1 / (1 + Math.Exp((double)pairs[pair] * _slopes[pair] + _offsets[pair])), Least, 1 - Least);
                of[j, i] = 1 - of[i, j];
            }
        Couple(of, probabilities);
    }

    void Couple(double[,] of, Span<float> probabilities)
    {
        var q = Matrix(of);
        var (p, qp) = (new double[_classes], new double[_classes]);
        Array.Fill(p, 1.0 / _classes);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var pqp = 0.0;
            for (var i = 0; i < _classes; i++)
            {
                qp[i] = 0;
                for (var j = 0; j < _classes; j++)
                    qp[i] += q[i, j] * p[j];
                pqp += p[i] * qp[i];
            }
            // What is not a number is as good as it gets, too.
            if (!qp.Any(value => Math.Abs(value - pqp) >= 0.005 / _classes))
                break;
            for (var i = 0; i < _classes; i++)
            {
                var change = (pqp - qp[i]) / q[i, i];
                p[i] += change;
                pqp = (pqp + change * (change * q[i, i] + 2 * qp[i])) / (1 + change) / (1 + change);
                for (var j = 0; j < _classes; j++)
                {
                    qp[j] = (qp[j] + change * q[i, j]) / (1 + change);
                    p[j] /= 1 + change;
                }
            }
        }
        for (var i = 0; i < _classes; i++)
            probabilities[i] = (float)p[i];
    }

    double[,] Matrix(double[,] of)
    {
        var q = new double[_classes, _classes];
        for (var i = 0; i < _classes; i++)
            for (var j = 0; j < _classes; j++)
                if (i == j)
                    continue;
                else
                {
                    q[i, i] += of[j, i] * of[j, i];
                    q[i, j] = -of[j, i] * of[i, j];
                }
        return q;
    }
}
