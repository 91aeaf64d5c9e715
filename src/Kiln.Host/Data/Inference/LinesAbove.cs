using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Data.Values;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Inference;

/// <summary>
/// Notices what stands above the header: titles that a report was exported with, or Excel's <c>sep=;</c>. The header is the first record
/// that names every column, and values follow it.
/// </summary>
static class LinesAbove
{
    const int Looked = 20;

    public static Diagnostic? Find(string file)
    {
        foreach (var delimiter in OtherDelimiter.Known)
            if (Find(file, delimiter) is { } found)
                return found;
        return null;
    }

    static Diagnostic? Find(string file, char delimiter)
    {
        var records = Read(file, delimiter);
        if (records.Count > 0 && records[0].Texts[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && string.Concat(records[0].Texts).Length <= 5)
            return new(file, records[0].Line, 1, Ids.DataUnreadable,
                $"'{string.Join(delimiter, records[0].Texts)}' tells Excel the separator and is not a header, which must be the first line; "
                + "remove it: Kiln detects the separator without it, and keeps it in the contract");
        if (records.Count < 4)
            return null;
        var width = records[^1].Texts.Count;
        if (width < 2 || !IsTitle(records[0].Texts, width))
            return null;
        var header = records.FindIndex(record => record.Texts.Count == width && record.Texts.TrueForAll(IsName) && record.Texts.Distinct().Count() == width);
        if (header < 1 || header + 2 >= records.Count || !records.Skip(header + 1).All(record => record.Texts.Count == width)
            || records[0].Texts.Count > 1 && !records[header + 1].Texts.Exists(text => text.Length > 0 && !IsName(text)))
            return null;
        return new(file, records[0].Line, 1, Ids.DataUnreadable,
            $"'{records[0].Texts[0]}' looks like a title, and line {records[header].Line} "
            + $"({string.Join(", ", records[header].Texts.Take(3).Select(text => $"'{text}'"))}{(width > 3 ? ", …" : "")}) looks like the header, which must be the first line; "
            + "remove everything above the header, or give each column a name in the first line");
    }

    /// <summary>Fewer fields than there are columns, or padded to as many.</summary>
    static bool IsTitle(List<string> texts, int width) =>
        texts.Count < width || width > 2 && texts[1..].TrueForAll(text => text.Length == 0);

    static bool IsName(string text) => text.Length > 0 && Encoding.UTF8.GetBytes(text) is var utf8
        && !NumberText.TryParse(utf8, (byte)'.', out _, out _) && !NumberText.TryParse(utf8, (byte)',', out _, out _)
        && !DateFormat.Iso.TryParse(utf8, out _) && DateCandidates.Formats.All(format => !format.TryParse(utf8, out _));

    static List<(List<string> Texts, int Line)> Read(string file, char delimiter)
    {
        var records = new List<(List<string>, int)>();
        using var scanner = CsvScanner.Open(file, new Dialect { Delimiter = delimiter.ToString() });
        while (records.Count < Looked && scanner.ReadRecord())
            records.Add(([.. Enumerable.Range(0, scanner.Fields.Count).Select(scanner.Text)], scanner.Line));
        return records;
    }
}
