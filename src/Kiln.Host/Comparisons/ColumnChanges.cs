using System.Globalization;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Comparisons;

/// <summary>Columns that came, went, changed their type, or whose values moved by more than new rows move them.</summary>
static class ColumnChanges
{
    /// <summary>Of the released standard deviation: half of what is called a small effect (Cohen, Statistical Power Analysis, 1988).</summary>
    const double Mean = 0.1;
    const double Deviation = 0.1;

    /// <summary>Of all rows.</summary>
    const double Share = 0.02;

    public static IReadOnlyList<KeyValuePair<string, string>> Between(
        IReadOnlyList<BaselineColumn> released, IReadOnlyList<BaselineColumn> now) =>
    [
        .. now.Select(column => KeyValuePair.Create(column.Name, Change(released.FirstOrDefault(old => old.Name == column.Name), column)))
            .Where(change => change.Value.Length > 0),
        .. released.Where(old => now.All(column => column.Name != old.Name)).Select(old => KeyValuePair.Create(old.Name, "removed")),
    ];

    static string Change(BaselineColumn? old, BaselineColumn now) =>
        old is null ? "added" : old.Type != now.Type ? $"{old.Type} → {now.Type}" : string.Join(", ", Moved(old, now));

    static IEnumerable<string> Moved(BaselineColumn old, BaselineColumn now)
    {
        if (IsFar(old.Missing, now.Missing, Share))
            yield return $"missing {Percent(old.Missing)} → {Percent(now.Missing)}";
        if (IsFar(old.Mean, now.Mean, Mean * old.Deviation))
            yield return $"mean {Number(old.Mean, old.Deviation)} → {Number(now.Mean, old.Deviation)}";
        if (IsFar(old.Deviation, now.Deviation, Deviation * old.Deviation))
            yield return $"deviation {Number(old.Deviation, old.Deviation)} → {Number(now.Deviation, old.Deviation)}";
        // Free text and dates go on having new values; that a category has others is news.
        if (old.Type == "category" && old.Distinct != now.Distinct)
            yield return $"distinct values {old.Distinct} → {now.Distinct}";
        if (IsFar(old.Top, now.Top, Share))
            yield return $"most frequent {Percent(old.Top)} → {Percent(now.Top)}";
    }

    static bool IsFar(double? old, double? now, double? limit) => old is null != now is null || Math.Abs((now - old) ?? 0) > (limit ?? 0);

    static string Percent(double? share) => share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.#} %") : "n/a";

    /// <summary>To a hundredth of the deviation or finer, so that what moved is seen to have moved.</summary>
    static string Number(double? value, double? deviation)
    {
        if (value is not { } number)
            return "n/a";
        var decimals = deviation is { } scale and > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(scale)), 0, 12) : 6;
        return Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture);
    }
}
