namespace Kiln.Host.Foreign;

/// <summary>A row for a foreign model: of each kind the elements of all inputs, in the order of the graph.</summary>
/// <param name="Numbers">Of inputs of numbers.</param>
/// <param name="Integers">Of inputs of integers, and truth values as 0 and 1.</param>
/// <param name="Texts">Of inputs of texts.</param>
sealed record ForeignRow(float[] Numbers, long[] Integers, string[] Texts)
{
    public override string ToString()
    {
        var all = Numbers.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture))
            .Concat(Integers.Select(integer => integer.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Concat(Texts.Select(text => $"'{text}'"))
            .ToList();
        return string.Join(", ", all.Take(8)) + (all.Count > 8 ? $" and {all.Count - 8} more" : "");
    }
}
