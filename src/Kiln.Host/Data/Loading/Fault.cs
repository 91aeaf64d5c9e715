namespace Kiln.Host.Data.Loading;

/// <summary>One way in which a column's values do not fit: the first such row, and how many there are.</summary>
sealed class Fault(string id, int row, string text, string matter)
{
    public string Id { get; } = id;

    /// <summary>The first guilty row, over all files, from 0.</summary>
    public int Row { get; } = row;

    /// <summary>The field as it was read.</summary>
    public string Text { get; } = text;

    /// <summary>What is wrong with it, without its column.</summary>
    public string Matter { get; } = matter;

    public long Rows { get; set; } = 1;
}
