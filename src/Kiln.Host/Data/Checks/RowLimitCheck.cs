using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Checks;

/// <summary>Holds a dataset as a whole against what its contract asks of it: how many rows there are, in each file too, and how old the latest is.</summary>
static class RowLimitCheck
{
    /// <param name="path">The contract's.</param>
    /// <param name="now">When the data are verified.</param>
    public static IEnumerable<Diagnostic> Find(
        string path, DataContract contract, IReadOnlyList<DataSource> sources, Table table, DateTime now)
    {
        if (contract.Limits is not { } limits)
            yield break;
        var (name, place, isWarning) = ($"'{Path.GetFileName(path)}'", limits.Line, limits.Severity == Severity.Warning);
        if (table.Rows < limits.Min)
            yield return Report(path, place, $"dataset '{contract.Dataset}' has {Counted.Format(table.Rows, "row")}, fewer than the {Text(limits.Min)} that \"rows\" asks for", "\"min\"");
        foreach (var source in sources)
            if (source.Rows < limits.MinPerFile)
                yield return Report(source.Path, 1, $"this file has {Counted.Format(source.Rows, "row")}, fewer than the {Text(limits.MinPerFile)} that each file is to have", "\"perFile\"");
            else if (source.Rows > limits.MaxPerFile)
                yield return Report(source.Path, 1, $"this file has {Counted.Format(source.Rows, "row")}, more than the {Text(limits.MaxPerFile)} that each file is to have", "\"perFile\"");
        if (limits.Latest is { } allowed && table.Time is { } time)
        {
            var latest = time.Values.Max();
            if (latest is null || now - latest > Duration.Parse(allowed))
                yield return new(path, place, 1, Ids.DataTooOld,
                    (latest is { } date ? $"the latest row is of {IsoDate.Format(date)} ('{time.Column.Name}'), which is {Days(now - date)} ago" : $"no row has a '{time.Column.Name}'")
                    + $" and more than \"latest\" allows ({allowed}); add newer data, or allow older ones in \"rows\"", isWarning);
        }

        Diagnostic Report(string file, int line, string what, string member) => new(file, line, 1, Ids.RowCountOutside,
            $"{what}, so the export may be cut off or hold other data; fetch it again, or change {member} of \"rows\" in {name}", isWarning);
    }

    static string Text(long? rows) => rows!.Value.ToString("N0", CultureInfo.InvariantCulture);

    static string Days(TimeSpan age) => age.TotalDays >= 2 ? Counted.Format((long)age.TotalDays, "day") : Counted.Format((long)age.TotalHours, "hour");
}
