namespace Kiln.Host.Examples;

/// <summary>Some rows that stand for all: evenly spaced, in the order that follows from the rows alone.</summary>
static class Sampling
{
    public static int[] Take(int[] rows, int most)
    {
        var count = Math.Min(rows.Length, most);
        return [.. Enumerable.Range(0, count).Select(i => rows[(int)((long)i * rows.Length / count)])];
    }
}
