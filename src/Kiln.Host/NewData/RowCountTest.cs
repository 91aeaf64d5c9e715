namespace Kiln.Host.NewData;

/// <summary>Holds the number of rows of a new file against those before it.</summary>
static class RowCountTest
{
    /// <summary>Half or twice as many rows, the logarithm squared.</summary>
    static readonly double Floor = Math.Pow(Math.Log(2), 2);

    public static bool IsAlarm(IReadOnlyList<int> known, int fresh, double probability)
    {
        long all = known.Sum(rows => (long)rows);
        var differences = known.Count == 1 ? [] : known.Select(rows => (Difference(rows, all - rows, known.Count - 1), Chance.Between(rows, all - rows, 1))).ToList();
        return Difference(fresh, all, known.Count) > Limit.Find(differences, Chance.Between(fresh, all, 1), probability, (Floor, Floor)).Value;
    }

    static double Difference(int rows, long others, int files) => Math.Pow(Math.Log(Math.Max(1, rows) / Math.Max(1.0, (double)others / files)), 2);
}
