namespace Kiln.Host.Data.Files;

/// <summary>Where a field's text stands in the record's buffer, and where it starts in the file (both from 1).</summary>
readonly record struct CsvField(int Start, int Length, int Line, int Column);
