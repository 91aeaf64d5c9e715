using Kiln.Contracts.Data;
using Kiln.Host.Data.Databases;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Json;
using Kiln.Host.Data.Parquet;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Formats;

/// <summary>Opens a dataset's file as what it is.</summary>
static class SourceOpening
{
    /// <summary>Opens several files, in their order.</summary>
    /// <exception cref="BuildException">At least one cannot be read; says where, for each.</exception>
    public static IReadOnlyList<DataSource> Open(Dataset dataset, IReadOnlyList<string> files, Dialect dialect)
    {
        var sources = new List<DataSource>();
        EachFile.Read(files, file => file, file => sources.Add(Open(dataset, file, dialect)));
        return sources;
    }

    /// <param name="dialect">How delimited text is written; other formats say so themselves.</param>
    /// <exception cref="BuildException">The file cannot be read; says where.</exception>
    public static DataSource Open(Dataset dataset, string file, Dialect dialect)
    {
        if (dataset.TakenFrom.Length > 0)
            return new ExtractSource(dataset.TakenFrom, CsvSource.Open(file, new()));
        return FileFormats.Detect(file) switch
        {
            FileFormat.Delimited => CsvSource.Open(file, dialect),
            FileFormat.JsonLines => JsonLinesSource.Open(file),
            FileFormat.Parquet => ParquetSource.Open(file),
            FileFormat.DuckDb => DuckDbSource.Open(dataset, file),
            FileFormat.Sqlite => SqliteSource.Open(dataset, file),
            _ => throw new BuildException(FormatProblems.Find(file)!),
        };
    }
}
