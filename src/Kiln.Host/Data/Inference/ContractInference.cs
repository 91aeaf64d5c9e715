using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Inference.Doubts;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Inference;

/// <summary>
/// Writes a dataset's first contract. Every row is read, twice: first to see what each column can be, then to sum it up.
/// A type seen in a sample would be a guess that some later row makes an error.
/// </summary>
static class ContractInference
{
    /// <param name="schema">The value of <c>$schema</c>, or null.</param>
    /// <param name="warn">Takes what is doubtful about the contract, each at the field that makes it so.</param>
    /// <exception cref="BuildException">The data cannot be read.</exception>
    public static DataContract Infer(Dataset dataset, string? schema, Action<Diagnostic> warn)
    {
        using var engine = DuckEngine.Open();
        var files = DataFile.InOrder(dataset.Files);
        var dialect = dataset.TakenFrom.Length == 0 && FileFormats.Detect(files[0]) == FileFormat.Delimited ? DialectSniffer.Sniff(engine, files[0]) : new();
        var sources = SourceOpening.Open(dataset, files, dialect);
        if (FilesApart(sources) is { } apart)
            throw new BuildException(apart);
        DataSources.ThrowIfDifferent(sources);
        var reading = FirstReading.Read(engine, sources, dialect.Delimiter);
        if (reading.Rows == 0)
            throw new BuildException(FileProblems.NoRows(sources[0].Path));

        dialect = reading.Settle(dialect);
        if (HeaderCheck.Find(reading) is { } problem)
            throw new BuildException(problem);
        var summaries = SecondReading.Summarize(engine, reading, dialect);
        foreach (var doubt in DoubtReport.Describe(reading, summaries, dialect, $"'{Path.GetFileName(dataset.Contract)}'"))
            warn(doubt);
        foreach (var leftOut in LeftOutColumns.Describe(sources))
            warn(leftOut);
        return Contract(dataset, schema, dialect, reading, summaries);
    }

    /// <summary>What only files of delimited text can have: a title above the header, and another delimiter than the first file.</summary>
    static Diagnostic? FilesApart(IReadOnlyList<DataSource> sources)
    {
        var files = sources.OfType<CsvSource>().ToList();
        return files.Select(source => LinesAbove.Find(source.Path)).FirstOrDefault(above => above is not null)
            ?? files.Skip(1).Select(source => OtherDelimiter.Find(source, files[0].Columns.Count, $"'{Path.GetFileName(files[0].Path)}'"))
                .FirstOrDefault(other => other is not null);
    }

    static DataContract Contract(Dataset dataset, string? schema, Dialect dialect, FirstReading reading, ColumnSummary[] summaries)
    {
        var properties = PropertyNames.Choose(dataset.Name, reading.Names);
        var dates = reading.Scans.Count(scan => scan.Type == ColumnType.DateTime);
        return new()
        {
            Schema = schema,
            Dataset = dataset.Name,
            Dialect = dialect,
            Rows = reading.Rows,
            Columns = [.. reading.Names.Select((name, i) => ColumnOf(name, properties[i], reading.Scans[i], summaries[i], dates == 1))],
            Profile = reading.Names.Zip(summaries).ToDictionary(pair => pair.First, pair => pair.Second.Profile),
        };
    }

    static Column ColumnOf(string name, string property, ColumnScan scan, ColumnSummary summary, bool isOnlyDate)
    {
        var type = scan.Type;
        var role = RoleGuess.Guess(name, type, scan, summary, isOnlyDate);
        var booleans = type == ColumnType.Boolean ? scan.Booleans : null;
        return new()
        {
            Name = name,
            Property = property,
            Type = type,
            Nullable = scan.MissingRows > 0,
            Role = role,
            Min = summary.Smallest >= 0 && role is ColumnRole.Feature ? 0 : null,
            Values = type == ColumnType.Category ? [.. scan.Counted!.Values(scan.Missing).Select(value => value.Key)] : [],
            Classification = scan.IsPersonal ? Classification.Personal : null,
            Classes = type is ColumnType.Number or ColumnType.Integer ? [.. summary.Profile.Top.Select(number => number.Key)] : [],
            Positive = ClassGuess.Positive(type, scan, summary.Profile, scan.Missing),
            TrueText = booleans?.True,
            FalseText = booleans?.False,
            Missing = scan.Missing.Count > 0 ? scan.Missing : null,
            DateFormat = scan.DateFormat,
        };
    }
}
