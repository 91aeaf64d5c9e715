using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Data.Files;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>
/// Writes a dataset's first contract. Every row is read, twice: first to see what each column can be, then to sum it up.
/// A type seen in a sample would be a guess that some later row makes an error.
/// </summary>
static class ContractInference
{
    /// <param name="schema">The value of <c>$schema</c>, or null.</param>
    /// <exception cref="BuildException">The data cannot be read.</exception>
    public static DataContract Infer(Dataset dataset, string? schema)
    {
        DatasetCheck.ThrowIfUnreadable(dataset);
        using var engine = DuckEngine.Open();
        var files = DataFile.InOrder(dataset.Files);
        var dialect = DialectSniffer.Sniff(engine, files[0]);
        var sources = CsvSources.Open(files, dialect);
        var names = sources[0].Columns;
        var scans = names.Select(_ => new ColumnScan(dialect.Delimiter)).ToArray();
        CsvSources.Read(engine, sources, names, (column, fields, rows) => scans[column].Add(fields, rows));
        var rows = scans[0].Rows;
        if (rows == 0)
            throw new BuildException(FileProblems.NoRows(files[0]));

        dialect = Settle(dialect, scans);
        var types = scans.Select(scan => scan.Type(dialect)).ToArray();
        if (HeaderCheck.Find(sources[0], types) is { } problem)
            throw new BuildException(problem);
        var summaries = SecondReading.Summarize(engine, sources, dialect, scans, types);
        var properties = PropertyNames.Of(dataset.Name, names);
        var dates = types.Count(type => type == ColumnType.DateTime);
        return new()
        {
            Schema = schema,
            Dataset = dataset.Name,
            Dialect = dialect,
            Rows = rows,
            Columns = [.. names.Select((name, i) => ColumnOf(name, properties[i], types[i], scans[i], summaries[i], dates == 1, dialect.Missing))],
            Profile = names.Zip(summaries).ToDictionary(pair => pair.First, pair => pair.Second.Profile),
        };
    }

    /// <summary>What holds in the whole file: which texts are missing values, and how numbers and dates are written.</summary>
    static Dialect Settle(Dialect dialect, ColumnScan[] scans)
    {
        var comma = scans.Any(scan => scan.NeedsComma) && !scans.Any(scan => scan.NeedsPoint);
        foreach (var scan in scans)
            scan.DecimalComma = comma;
        return new()
        {
            Delimiter = dialect.Delimiter,
            Quote = dialect.Quote,
            Escape = dialect.Escape,
            Decimal = comma ? "," : ".",
            Missing = [.. scans.SelectMany(scan => scan.NeededTokens).Distinct().Order(StringComparer.Ordinal)],
            DateFormat = DateCandidates.Choose([.. scans.Select(scan => scan.DateFormats).Where(formats => formats != 0)]),
        };
    }

    static Column ColumnOf(
        string name, string property, ColumnType type, ColumnScan scan, ColumnSummary summary, bool isOnlyDate, IReadOnlyCollection<string> missing)
    {
        var role = RoleGuess.Of(name, type, scan, summary, isOnlyDate);
        var booleans = type == ColumnType.Boolean ? scan.Booleans(missing) : null;
        return new()
        {
            Name = name,
            Property = property,
            Type = type,
            Nullable = scan.Missing(missing) > 0,
            Role = role,
            Min = summary.Least >= 0 && role is ColumnRole.Feature ? 0 : null,
            Values = type == ColumnType.Category ? [.. scan.Counted!.Values(missing).Select(value => value.Key)] : [],
            Classes = type is ColumnType.Number or ColumnType.Integer ? [.. summary.Profile.Top.Select(number => number.Key)] : [],
            Positive = ClassGuess.Positive(type, scan, summary.Profile, missing),
            TrueText = booleans?.True,
            FalseText = booleans?.False,
        };
    }
}
