using System.Globalization;

namespace Kiln.Contracts;

/// <summary>Numbers of things as people read them.</summary>
public static class Counted
{
    /// <summary><c>1 row</c>, <c>1,409 rows</c>; the same on every machine.</summary>
    public static string Format(long count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
