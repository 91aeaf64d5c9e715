namespace Kiln.Host.Data.Files;

/// <summary>Where a field stands, line and column from 1.</summary>
readonly record struct FieldPlace(string File, int Line, int Column)
{
    /// <summary>The places of fields, given by their row (from 0, the header not counted) and their column in the file.</summary>
    public static IReadOnlyList<FieldPlace> Find(CsvSource source, IReadOnlyList<(int Row, int Column)> fields)
    {
        var places = new FieldPlace[fields.Count];
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var row = -1;
        foreach (var index in Enumerable.Range(0, fields.Count).OrderBy(i => fields[i].Row))
        {
            for (; row < fields[index].Row; row++)
                scanner.ReadRow(source.Columns.Count);
            var field = scanner.Fields[fields[index].Column];
            places[index] = new(source.Path, field.Line, field.Column);
        }
        return places;
    }
}
