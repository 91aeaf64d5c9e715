using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Inference;

/// <summary>How one profile differs from another, a line for each column.</summary>
static class ProfileDifferences
{
    public static IEnumerable<string> Describe(DataContract before, DataContract now)
    {
        if (before.Rows != now.Rows)
            yield return $"{Counted.Format(before.Rows, "row")} → {Counted.Format(now.Rows, "row")}";
        foreach (var column in now.Columns)
            if (now.Profile.TryGetValue(column.Name, out var present) && before.Profile.TryGetValue(column.Name, out var was) && Describe(was, present).ToList() is { Count: > 0 } changes)
                yield return $"{column.Name}: {string.Join(", ", changes)}";
    }

    static IEnumerable<string> Describe(ColumnProfile was, ColumnProfile now)
    {
        if (was.Missing != now.Missing)
            yield return $"missing {Percent(was.Missing)} → {Percent(now.Missing)}";
        if (was.Distinct != now.Distinct)
            yield return FormattableString.Invariant($"{was.Distinct:N0} → {now.Distinct:N0} different values");
        if (was.Min != now.Min || was.Max != now.Max)
            yield return $"range {was.Min}–{was.Max} → {now.Min}–{now.Max}";
        if (was.Mean is { } mean && now.Mean is { } other && mean != other)
            yield return FormattableString.Invariant($"mean {mean:G4} → {other:G4}");
    }

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
