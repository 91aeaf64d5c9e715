namespace Kiln;

/// <summary>Which label the scores of a row stand for.</summary>
/// <param name="task">What the model predicts.</param>
/// <param name="threshold">From which probability or score on it is the second label; null where the sign of the score decides.</param>
sealed class LabelRule(ModelTask task, float? threshold)
{
    /// <summary>Whether a model has labels.</summary>
    public bool HasLabels => task is ModelTask.BinaryClassification or ModelTask.AnomalyDetection or ModelTask.MulticlassClassification or ModelTask.Clustering;

    /// <returns>The label's place: 0 where the model has none.</returns>
    public int Find(ReadOnlySpan<float> scores) => task switch
    {
        ModelTask.BinaryClassification or ModelTask.AnomalyDetection => Decision.IsPositive(scores, threshold) ? 1 : 0,
        ModelTask.MulticlassClassification => Extreme(scores, 1),
        ModelTask.Clustering => Extreme(scores, -1),
        _ => 0,
    };

    /// <summary>The first of the largest, or with a sign of −1 the first of the smallest.</summary>
    static int Extreme(ReadOnlySpan<float> scores, int sign)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (sign * scores[i] > sign * scores[best])
                best = i;
        return best;
    }
}
