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
        return new(place.File, place.Line, 1, Ids.DataUnreadable,
            "the header stands here again, where a row of values is expected, as when files were joined to one; take this line out");
    }

    static Diagnostic? NoHeader(FirstReading reading)
    {
        if (HeaderValues.Read(reading) is not { AreData: true } values)
            return null;
        var source = reading.Sources[0];
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var field = scanner.Fields[values.Telling];
        return new(source.Path, field.Line, field.Column, Ids.DataUnreadable,
            $"the first line holds values ('{scanner.Text(values.Telling)}') where the names of the columns are expected; put a line of names above it");
    }
}
