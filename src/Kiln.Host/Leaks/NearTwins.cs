using Kiln.Host.Examples;

namespace Kiln.Host.Leaks;

/// <summary>
/// Rows that differ from another one in a single field. Rows that are equal by chance lie where rows lie close together, and have such twins
/// too, because any of their fields could have been another; copies have none.
/// </summary>
static class NearTwins
{
    /// <summary>Where each row is there this often or more on average, the fields have few combinations, and all of them occur.</summary>
    public const int FewDistinct = 5;

    const int Sample = 2_000;

    /// <param name="codes">Of all rows.</param>
    /// <param name="rows">The rows to look at; of many a sample.</param>
    /// <param name="others">Where to look for their twins.</param>
    /// <param name="withLabel">Whether the label is a field.</param>
    /// <returns>Whether half of the rows have one, or more.</returns>
    public static bool AreUsual(RowCodes codes, int[] rows, int[] others, bool withLabel)
    {
        var sample = Sampling.Take(rows, Sample);
        var fields = codes.Count + (withLabel ? 1 : 0);
        var found = new HashSet<int>();
        for (var field = 0; field < fields; field++)
        {
            var rest = sample.ToLookup(row => Whole(row) - Field(field, row));
            var keys = rest.Select(group => group.Key).ToHashSet();
            foreach (var other in others)
            {
                var key = Whole(other) - Field(field, other);
                if (!keys.Contains(key))
                    continue;
                foreach (var row in rest[key])
                    if (Field(field, row) != Field(field, other))
                        found.Add(row);
            }
        }
        return 2 * found.Count >= sample.Length;

        ulong Whole(int row) => withLabel ? codes.InputsAndLabel(row) : codes.Inputs[row];
        ulong Field(int field, int row) => field < codes.Count ? codes.Input(field, row) : codes.Label(row);
    }
}
