namespace Kiln.Host.Boosters;

/// <summary>What LightGBM learnt, in its own words.</summary>
/// <param name="Text">Its model as text.</param>
/// <param name="Columns">Where the columns of each of its features begin, and the number of columns; null where every feature is one column.</param>
sealed record Booster(string Text, int[]? Columns)
{
    /// <summary>
    /// Writes a row of columns as a row of features. Of one-hot columns that are one feature the place of the 1 counts.
    /// </summary>
    /// <returns>False where several are 1: then LightGBM was trained on one of them by chance.</returns>
    public bool TryWriteFeatures(ReadOnlySpan<float> columns, Span<float> features)
    {
        if (Columns is null)
        {
            columns.CopyTo(features);
            return true;
        }
        for (var feature = 0; feature < features.Length; feature++)
        {
            var group = columns[Columns[feature]..Columns[feature + 1]];
            if (group.Length == 1)
            {
                features[feature] = group[0];
                continue;
            }
            features[feature] = -1;
            for (var i = 0; i < group.Length; i++)
            {
                if (!(group[i] > 0))
                    continue;
                if (features[feature] >= 0)
                    return false;
                features[feature] = i;
            }
        }
        return true;
    }
}
