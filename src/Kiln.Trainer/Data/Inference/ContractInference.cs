using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Data.Files;
using Kiln.TrainerHost.Data.Values;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>
/// Writes a dataset's first contract. Every row is read, twice: first to see what each column can be, then to sum it up.
/// A type seen in a sample would be a guess that some later row makes an error.
/// </summary>
static class ContractInference
{
    /// <summary>Values held at once; a wide and long dataset is summed up over several readings.</summary>
    const long MostValues = 50_000_000;

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
        var scans = names.Select(_ => new ColumnScan()).ToArray();
        CsvSources.Read(engine, sources, names, (column, fields, rows) => scans[column].Add(fields, rows));
        var rows = scans[0].Rows;
        if (rows == 0)
            throw new BuildException(FileProblems.NoRows(files[0]));

        string[] missing = [.. scans.SelectMany(scan => scan.NeededTokens).Distinct().Order(StringComparer.Ordinal)];
        var dateFormat = ChooseDateFormat(scans);
        var types = scans.Select(scan => scan.Type(missing, dateFormat < 0 ? 0 : 1 << dateFormat)).ToArray();
        dialect = new()
        {
            Delimiter = dialect.Delimiter,
            Quote = dialect.Quote,
            Escape = dialect.Escape,
            Missing = missing,
            DateFormat = dateFormat < 0 ? null : DateCandidates.Patterns[dateFormat],
        };
        var summaries = Summarize(engine, sources, names, scans, types, dialect);
        var properties = Identifier.FromHeaders(names);
        var dates = types.Count(type => type == ColumnType.DateTime);
        return new()
        {
            Schema = schema,
            Dataset = dataset.Name,
            Dialect = dialect,
            Rows = rows,
            Columns = [.. names.Select((name, i) => ColumnOf(name, properties[i], types[i], scans[i], summaries[i], missing, dates == 1))],
            Profile = names.Zip(summaries).ToDictionary(pair => pair.First, pair => pair.Second.Profile),
        };
    }

    static ColumnSummary[] Summarize(
        DuckEngine engine, IReadOnlyList<CsvSource> sources, IReadOnlyList<string> names, ColumnScan[] scans, ColumnType[] types, Dialect dialect)
    {
        var summaries = new ColumnSummary[names.Count];
        var open = new List<int>();
        for (var i = 0; i < summaries.Length; i++)
            if (types[i] is ColumnType.Number or ColumnType.Integer or ColumnType.DateTime || scans[i].Counted(dialect.Missing) is not { } counted)
                open.Add(i);
            else
                summaries[i] = ColumnSummary.OfTexts(counted, scans[i].Missing(dialect.Missing), scans[i].Rows, types[i]);
        var format = DateFormat.Of(dialect.DateFormat);
        foreach (var columns in open.Chunk((int)Math.Max(1, MostValues / scans[0].Rows)))
        {
            var values = columns.Select(i => ColumnSummary.Gather(types[i], format)).ToArray();
            CsvSources.Read(engine, sources, [.. columns.Select(i => names[i])], (column, fields, rows) => values[column].Add(fields, rows));
            Parallel.For(0, columns.Length, k => summaries[columns[k]] = ColumnSummary.Of(values[k], scans[columns[k]], dialect.Missing));
        }
        return summaries;
    }

    /// <summary>The one format that most columns need, the likelier one when several do; -1 for none.</summary>
    static int ChooseDateFormat(ColumnScan[] scans)
    {
        var needed = scans.Select(scan => scan.DateFormats).Where(formats => formats != 0).ToList();
        return needed.Count == 0 ? -1 : Enumerable.Range(0, DateCandidates.Patterns.Length).MaxBy(i => needed.Count(formats => (formats & 1 << i) != 0));
    }

    static Column ColumnOf(
        string name, string property, ColumnType type, ColumnScan scan, ColumnSummary summary, IReadOnlyCollection<string> missing, bool isOnlyDate)
    {
        var role = RoleGuess.Of(name, type, summary.Profile, scan.Rows, scan.IsSequence, summary.Words, isOnlyDate);
        var booleans = type == ColumnType.Boolean ? scan.Booleans(missing) : null;
        return new()
        {
            Name = name,
            Property = property,
            Type = type,
            Nullable = scan.Missing(missing) > 0,
            Role = role,
            Min = summary.Least >= 0 && role is ColumnRole.Feature ? 0 : null,
            Values = type == ColumnType.Category ? [.. scan.Counted(missing)!.Select(value => value.Key)] : [],
            TrueText = booleans?.True,
            FalseText = booleans?.False,
        };
    }
}
