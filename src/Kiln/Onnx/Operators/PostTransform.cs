namespace Kiln.Onnx.Operators;

/// <summary>What a model of ai.onnx.ml makes of its scores at the end.</summary>
enum PostTransform
{
    None,
    Logistic,
    Softmax,
    SoftmaxZero,
    Probit,
}

static class PostTransforms
{
    public static PostTransform Read(OnnxNode node) => node.Text("post_transform", "NONE") switch
    {
        "NONE" => PostTransform.None,
        "LOGISTIC" => PostTransform.Logistic,
        "SOFTMAX" => PostTransform.Softmax,
        "SOFTMAX_ZERO" => PostTransform.SoftmaxZero,
        "PROBIT" => PostTransform.Probit,
        var other => throw node.Invalid($"transforms its scores by {other}, which this version of Kiln does not know"),
    };

    public static void Apply(this PostTransform transform, Span<float> scores)
    {
        switch (transform)
        {
            case PostTransform.Logistic:
                foreach (ref var score in scores)
                    score = Logistic(score);
                break;
            case PostTransform.Softmax:
                Softmax.Apply(scores, scores);
                break;
            case PostTransform.SoftmaxZero:
                SoftmaxZero(scores);
                break;
            case PostTransform.Probit:
                foreach (ref var score in scores)
                    score = Probit(score);
                break;
        }
    }

    /// <summary>Both classes' scores from the only one that a binary model has.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="isShare">Whether the score is the second class's share of 1, and not a sum of any sign.</param>
    /// <param name="score">The score of the second class.</param>
    /// <param name="scores">Gets both.</param>
    public static void ApplyToSecond(this PostTransform transform, bool isShare, float score, Span<float> scores)
    {
        if (transform == PostTransform.Probit)
            (scores[0], scores[1]) = (Probit(score), 0);
        else if (transform == PostTransform.Logistic)
            (scores[0], scores[1]) = (Logistic(-score), Logistic(score));
        else if (isShare)
            (scores[0], scores[1]) = (1 - score, score);
        else
            (scores[0], scores[1]) = (-score, score);
    }

    static float Logistic(float score) => (float)(1 / (1 + Math.Exp(-(double)score)));

    /// <summary>As a softmax, in which a score of 0 has no share.</summary>
    static void SoftmaxZero(Span<float> scores)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
            largest = MathF.Max(largest, score);
        var sum = 0.0;
        foreach (var score in scores)
            sum += Power(score);
        foreach (ref var score in scores)
            score = (float)(Power(score) / sum);

        double Power(float score) => Math.Abs(score) > 1e-7f ? Math.Exp((double)score - largest) : score * Math.Exp(-(double)largest);
    }

    /// <summary>By an approximation of the inverse error function (Winitzki), because that is what everybody else uses here.</summary>
    static float Probit(float score)
    {
        var x = 2 * score - 1;
        var log = MathF.Log((1 - x) * (1 + x));
        var v = 2 / (MathF.PI * 0.147f) + 0.5f * log;
        return 1.41421356f * (x < 0 ? -1 : 1) * MathF.Sqrt(-v + MathF.Sqrt(v * v - 1 / 0.147f * log));
    }
}
