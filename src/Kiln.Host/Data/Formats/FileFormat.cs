namespace Kiln.Host.Data.Formats;

/// <summary>What a data file is.</summary>
enum FileFormat
{
    /// <summary>Delimited text, CSV or TSV, and whatever is nothing else.</summary>
    Delimited,

    JsonLines,

    Parquet,

    /// <summary>A database file of DuckDB.</summary>
    DuckDb,

    /// <summary>A database file of SQLite.</summary>
    Sqlite,

    /// <summary>What Git LFS checks out where it has not fetched the file.</summary>
    Pointer,

    /// <summary>An Excel workbook, or another office's.</summary>
    Workbook,

    /// <summary>A zip archive, whatever is in it.</summary>
    Archive,
}
