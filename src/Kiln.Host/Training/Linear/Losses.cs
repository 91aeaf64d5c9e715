namespace Kiln.Host.Training.Linear;

/// <summary>How wrong scores are for one row, and which way they should go.</summary>
interface ILoss
{
    /// <summary>How many scores a row has.</summary>
    int Outputs { get; }

    /// <param name="scores">The row's scores; replaced by the loss's slopes in them.</param>
    /// <param name="label">What is right.</param>
    /// <returns>The loss.</returns>
    double Apply(Span<double> scores, double label);
}

/// <summary>Of a yes or no: log loss of the logistic function.</summary>
sealed class LogisticLoss : ILoss
{
    public int Outputs => 1;

    public double Apply(Span<double> scores, double label)
    {
        // The smaller of the two exponentials, which never overflows.
        var score = scores[0];
        var small = Elementary.Exp(-Math.Abs(score));
        var probability = score >= 0 ? 1 / (1 + small) : small / (1 + small);
        scores[0] = label > 0 ? probability - 1 : probability;
        return Elementary.Log(1 + small) + Math.Max(label > 0 ? -score : score, 0);
    }
}

/// <summary>Of one of several classes: log loss of the softmax.</summary>
sealed class SoftmaxLoss(int classes) : ILoss
{
    public int Outputs => classes;

    public double Apply(Span<double> scores, double label)
    {
        var right = scores[(int)label];
        var (largest, sum) = Softmax(scores);
        scores[(int)label] -= 1;
        return Elementary.Log(sum) + largest - right;
    }

    /// <summary>Replaces scores by the probabilities that follow from them.</summary>
    /// <returns>The largest score, and the sum of the exponentials of the scores beyond it.</returns>
    public static (double Largest, double Sum) Softmax(Span<double> scores)
    {
        var largest = scores[0];
        foreach (var score in scores)
            largest = Math.Max(largest, score);
        var sum = 0.0;
        foreach (ref var score in scores)
            sum += score = Elementary.Exp(score - largest);
        foreach (ref var score in scores)
            score /= sum;
        return (largest, sum);
    }
}

/// <summary>Of a number: half the square of what is missing.</summary>
sealed class SquaredLoss : ILoss
{
    public int Outputs => 1;

    public double Apply(Span<double> scores, double label)
    {
        var miss = scores[0] -= label;
        return miss * miss / 2;
    }
}
