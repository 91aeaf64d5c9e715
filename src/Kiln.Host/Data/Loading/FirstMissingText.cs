using Kiln.Contracts.Data;
using Kiln.Host.Data.Files;

namespace Kiln.Host.Data.Loading;

/// <summary>The first field of a column whose text means missing; an empty one does not count.</summary>
static class FirstMissingText
{
    /// <returns>Null where all that is missing is empty.</returns>
    public static (FieldPlace Place, string Text)? Find(IEnumerable<string> files, Dialect dialect, Column column)
    {
        var missing = new MissingTexts(dialect.MissingIn(column));
        foreach (var file in files)
        {
            var source = CsvSource.Open(file, dialect);
            var field = source.IndexOf(column.Name);
            using var scanner = CsvScanner.Open(file, dialect);
            scanner.ReadRecord();
            while (scanner.ReadRow(source.Columns.Count))
                if (missing.Contains(scanner.Bytes(field).Trim(" \t"u8)))
                    return (new(file, scanner.Fields[field].Line, scanner.Fields[field].Column), scanner.Text(field));
        }
        return null;
    }
}
