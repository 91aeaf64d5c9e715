using Kiln.Contracts;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Inference;

/// <summary>Notices a file without a header, whose first row would be taken for one, and a header that stands again among the rows.</summary>
static class HeaderCheck
{
    public static Diagnostic? Find(FirstReading reading) => Again(reading) ?? NoHeader(reading);

    static Diagnostic? Again(FirstReading reading)
    {
        if (RepeatedHeader.FirstRow(reading.Scans) is not (>= 0 and var row))
            return null;
        var place = reading.Places.Find([(row, reading.Names[0])])[0];
        return (place with { Column = Math.Min(1, place.Column) }).Say(Ids.DataUnreadable,
            "the header is repeated here instead of a row of values, as when files are concatenated; remove this line");
    }

    static Diagnostic? NoHeader(FirstReading reading)
    {
        // Columns of tables and of JSON have no header that could be a row.
        if (reading.Sources[0] is not CsvSource source || HeaderValues.Read(reading) is not { AreData: true } values)
            return null;
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var field = scanner.Fields[values.Telling];
        return new(source.Path, field.Line, field.Column, Ids.DataUnreadable,
            $"the first line contains values ('{scanner.Text(values.Telling)}') instead of column names; add a line of names above it");
    }
}
