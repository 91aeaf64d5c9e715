namespace Kiln.Host.Leaks;

/// <summary>
/// How many values of a sequence are in order: the length of its longest subsequence that never falls, by patience sorting (Schensted, 1961;
/// Fredman, 1975). A value out of its place costs one, however far away it belongs; in a correlation of ranks it costs the square of that.
/// </summary>
static class LongestRise
{
    public static int Measure(IEnumerable<double> values)
    {
        // The smallest value at which a subsequence of each length ends.
        var ends = new List<double>();
        foreach (var value in values)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
                if ((low + high) / 2 is var middle && ends[middle] <= value)
                    low = middle + 1;
                else
                    high = middle;
            if (low == ends.Count)
                ends.Add(value);
            else
                ends[low] = value;
        }
        return ends.Count;
    }
}
