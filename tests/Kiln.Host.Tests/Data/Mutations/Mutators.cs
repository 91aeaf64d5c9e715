using System.IO.Compression;
using System.Text;
using Kiln.Contracts.Data;
using ZstdSharp;

namespace Kiln.Host.Tests.Data.Mutations;

/// <summary>What happens to files on their way: each by its name. A mutator that does not apply to a file gives null.</summary>
static class Mutators
{
    public static IReadOnlyDictionary<string, Func<Original, byte[]?>> All { get; } = new Dictionary<string, Func<Original, byte[]?>>
    {
        // Rows and lines
        ["row cut off at the end"] = o => o.WithLines(lines => lines[^1] = lines[^1][..(lines[^1].IndexOf(',') + 1)]),
        ["row without its first field"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line[(line.IndexOf(',') + 1)..])),
        ["row with one more field"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line + ",9")),
        ["all rows with a delimiter behind them"] = o => o.WithLines(lines => { for (var i = 1; i < lines.Count; i++) lines[i] += ","; }),
        ["row with a delimiter behind it"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line + ",")),
        ["row empty but for its delimiters"] = o => o.WithLines(lines => lines.Insert(o.Row(), new string(',', o.Rows[0].Length - 1))),
        ["all lines with a delimiter behind them"] = o => o.WithLines(lines => EditAll(lines, line => line + ",")),
        ["two lines joined"] = o => o.WithLines(lines => { var row = o.Row(); lines[row] += lines[row + 1]; lines.RemoveAt(row + 1); }),
        ["two lines joined by a delimiter"] = o => o.WithLines(lines => { var row = o.Row(); lines[row] += "," + lines[row + 1]; lines.RemoveAt(row + 1); }),
        ["line broken in two"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line.Insert(line.IndexOf(',') + 1, "\n"))),
        ["line broken at its last delimiter"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line.Insert(line.LastIndexOf(',') + 1, "\n"))),
        ["blank lines between"] = o => o.WithLines(lines => { lines.Insert(o.Row(), ""); lines.Insert(o.Row(), ""); }),
        ["blank lines at the end"] = o => [.. o.Bytes, .. "\n\n\n"u8],
        ["blank lines above"] = o => [.. "\n\n"u8, .. o.Bytes],
        ["no line end at the end"] = o => o.Bytes[..^1],
        ["rows of dashes below the header"] = o => o.WithLines(lines => lines.Insert(1, string.Join(',', o.Rows[0].Select(_ => "---")))),
        ["row of totals"] = o => o.WithLines(lines => lines.Add("Total" + new string(',', o.Rows[0].Length - 1))),
        ["line of three megabytes"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line + new string('x', 3_000_000))),

        // Header
        ["header twice"] = o => o.WithLines(lines => lines.Insert(1, lines[0])),
        ["header again among the rows"] = o => o.WithLines(lines => lines.Insert(o.Row(), lines[0])),
        ["header again at the end"] = o => o.WithLines(lines => lines.Add(lines[0])),
        ["no header"] = o => o.WithLines(lines => lines.RemoveAt(0)),
        ["header with a name twice"] = o => Header(o, names => names[1] = names[0]),
        ["header without a name"] = o => Header(o, names => names[1] = ""),
        ["header in capitals"] = o => Header(o, names => names[1] = names[1].ToUpperInvariant() + "X"),
        ["header with a letter less"] = o => Header(o, names => names[1] = names[1][..^1]),
        ["header with two names swapped"] = o => Header(o, names => (names[o.NumberColumn], names[o.TextColumn]) = (names[o.TextColumn], names[o.NumberColumn])),
        ["header with blanks around names"] = o => Header(o, names => { for (var i = 0; i < names.Length; i++) names[i] = $" {names[i]}\t"; }),
        ["header in quotes"] = o => o.WithLines(lines => lines[0] = string.Join(',', o.Rows[0].Select(Original.Always))),
        ["header too short"] = o => o.WithLines(lines => lines[0] = string.Join(',', o.Rows[0][..^1])),
        ["header too long"] = o => o.WithLines(lines => lines[0] += ",more"),
        ["only the header"] = o => o.WithLines(lines => lines.RemoveRange(1, lines.Count - 1)),
        ["title above the header"] = o => o.WithLines(lines => lines.Insert(0, "Export of all rows")),
        ["comment above the header"] = o => o.WithLines(lines => lines.Insert(0, "# exported")),
        ["separator for Excel"] = o => o.WithLines(lines => lines.Insert(0, "sep=,")),

        // Columns
        ["columns in another order"] = o => Original.Write(o.Rows.Select(row => row.Reverse().ToArray())),
        ["column gone"] = o => Original.Write(o.Rows.Select(row => row[..^1])),
        ["column added"] = o => Original.Write(o.Rows.Select((row, i) => row.Append(i == 0 ? "more" : "1").ToArray())),
        ["column moved by one in a row"] = o => Original.Write(o.Rows.Select((row, i) => i == 5 ? [row[^1], .. row[..^1]] : row)),

        // Delimiters and quotes
        ["semicolons"] = o => Original.Write(o.Rows, ";"),
        ["tabs"] = o => Original.Write(o.Rows, "\t"),
        ["bars"] = o => Original.Write(o.Rows, "|"),
        ["semicolons in one row"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line.Replace(',', ';'))),
        ["all fields in quotes"] = o => Original.Write(o.Rows, quote: Original.Always),
        ["all fields in single quotes"] = o => Original.Write(o.Rows, quote: field => $"'{field}'"),
        ["quote left open"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => "\"" + line.TrimStart('"'))),
        ["quote left open in the last row"] = o => o.WithLines(lines => Edit(lines, lines.Count - 1, line => line[..(line.LastIndexOf(',') + 1)] + "\"" + line[(line.LastIndexOf(',') + 1)..].Trim('"'))),
        ["text behind a closing quote"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => "\"a\"b" + line[line.LastIndexOf(',')..])),
        ["quote escaped by a backslash"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => "\"a\\\"b\"" + line[line.IndexOf(',')..])),
        ["quote inside a quoted field once"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => "\"a \"quoted\" word\"" + line[line.IndexOf(',')..])),
        ["blanks around fields"] = o => Original.Write(o.Rows, " ,  ", quote: field => field.Contains(',') ? Original.Always(field) : field + " "),

        // Line ends
        ["CRLF"] = o => o.WithLines(_ => { }, "\r\n"),
        ["CR"] = o => o.WithLines(_ => { }, "\r"),
        ["CRLF in one line"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => line + "\r")),
        ["CRLF from the middle on"] = o => o.WithLines(lines => { for (var i = lines.Count / 2; i < lines.Count; i++) lines[i] += "\r"; }),
        ["CR in one line"] = o => o.WithLines(lines => { var row = o.Row(); lines[row] += "\r" + lines[row + 1]; lines.RemoveAt(row + 1); }),
        ["LF in one line of CRLF"] = o => o.WithLines(lines => { var row = o.Row(); lines[row] += "\n" + lines[row + 1]; lines.RemoveAt(row + 1); }, "\r\n"),

        // Encodings and bytes
        ["byte order mark"] = o => [.. "\uFEFF"u8, .. o.Bytes],
        ["byte order mark among the rows"] = o => [.. o.Bytes, .. "\uFEFF"u8, .. o.Bytes],
        ["UTF-16 with its mark"] = o => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(o.Text)],
        ["UTF-16 of the other order"] = o => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(o.Text)],
        ["UTF-16 without its mark"] = o => Encoding.Unicode.GetBytes(o.Text),
        ["UTF-32"] = o => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(o.Text)],
        ["letter of Windows-1252"] = o => Bytes(o, 0xE9),
        ["quotes of Windows-1252"] = o => Bytes(o, 0x93, 0x94),
        ["half a letter of UTF-8"] = o => Bytes(o, 0xC3),
        ["surrogate in UTF-8"] = o => Bytes(o, 0xED, 0xA0, 0x80),
        ["NUL in a field"] = o => Bytes(o, 0),
        ["row of NULs"] = o => o.WithLines(lines => Edit(lines, o.Row(), line => new string('\0', line.Length))),
        ["NULs behind the end"] = o => [.. o.Bytes, .. new byte[512]],
        ["end-of-file mark of DOS"] = o => [.. o.Bytes, 0x1A],

        // Values
        ["text among numbers"] = o => o.WithField(o.NumberColumn, _ => "unknown"),
        ["NULL among numbers"] = o => o.WithField(o.NumberColumn, _ => "NULL"),
        ["error of Excel among numbers"] = o => o.WithField(o.NumberColumn, _ => "#REF!"),
        ["decimal comma"] = o => o.WithField(o.NumberColumn, _ => "3,5"),
        ["number too large"] = o => o.WithField(o.NumberColumn, _ => "1e400"),
        ["unit behind a number"] = o => o.WithField(o.NumberColumn, value => value + " mm"),
        ["no-break space in a number"] = o => o.WithField(o.NumberColumn, value => "1\u00A0" + value),
        ["digits of another script"] = o => o.WithField(o.NumberColumn, _ => "٣٤"),
        ["category with a typing error"] = o => o.WithField(o.Column(column => column.Type == ColumnType.Category), value => value + "x"),
        ["date the other way round"] = o => o.WithField(o.Column(column => column.Type == ColumnType.DateTime), _ => "31.12.2012"),
        ["value gone"] = o => o.WithField(o.Column(column => !column.Nullable), _ => ""),

        // Packing
        ["gzip"] = o => Gzip(o.Bytes),
        ["gzip in two parts"] = o => [.. Gzip(o.Bytes[..500]), .. Gzip(o.Bytes[500..])],
        ["gzip cut off"] = o => Gzip(o.Bytes)[..^300],
        ["gzip cut off at its last byte"] = o => Gzip(o.Bytes)[..^1],
        ["gzip with rows behind it"] = o => [.. Gzip(o.Bytes), .. Encoding.UTF8.GetBytes(o.Lines[1])],
        ["gzip with a bit flipped"] = o => Flip(Gzip(o.Bytes)),
        ["gzip in gzip"] = o => Gzip(Gzip(o.Bytes)),
        ["Zstandard"] = o => Zstandard(o.Bytes),
        ["Zstandard cut off"] = o => Zstandard(o.Bytes)[..^300],
        ["Zstandard cut off at its last byte"] = o => Zstandard(o.Bytes)[..^1],
        ["Zstandard with rows behind it"] = o => [.. Zstandard(o.Bytes), .. Encoding.UTF8.GetBytes(o.Lines[1])],
        ["Zstandard with a bit flipped"] = o => Flip(Zstandard(o.Bytes)),
        ["zip under another name"] = o => Zip("data.csv", o.Bytes),
        ["workbook under another name"] = o => Zip("xl/workbook.xml", "<workbook/>"u8.ToArray()),

        // Something else
        ["empty file"] = _ => [],
        ["page of an error"] = _ => "<!DOCTYPE html>\n<html><body><h1>404</h1></body></html>\n"u8.ToArray(),
        ["JSON"] = o => Encoding.UTF8.GetBytes("[" + string.Join(",\n", o.Lines.Select(line => $"{{\"line\": \"{line.Replace("\"", "\\\"")}\"}}")) + "]"),
        ["pointer of Git LFS"] = _ => "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 9\n"u8.ToArray(),
        ["start of a Parquet file"] = o => [.. "PAR1"u8, .. o.Bytes],
        ["conflict of Git"] = o => o.WithLines(lines => { var row = o.Row(); lines.Insert(row + 1, ">>>>>>> theirs"); lines.Insert(row, "======="); lines.Insert(row - 1, "<<<<<<< ours"); }),
    };

    static void Edit(List<string> lines, int row, Func<string, string> change) => lines[row] = change(lines[row]);

    static void EditAll(List<string> lines, Func<string, string> change)
    {
        for (var i = 0; i < lines.Count; i++)
            lines[i] = change(lines[i]);
    }

    static byte[] Header(Original original, Action<string[]> change)
    {
        var rows = original.Rows;
        change(rows[0]);
        return Original.Write(rows);
    }

    /// <summary>The file with bytes put behind the first letter of a row.</summary>
    static byte[] Bytes(Original original, params byte[] more)
    {
        var row = original.Row();
        var at = Encoding.UTF8.GetByteCount(string.Concat(original.Lines.Take(row).Select(line => line + "\n"))) + 2;
        return [.. original.Bytes[..at], .. more, .. original.Bytes[at..]];
    }

    static byte[] Flip(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0x10;
        return bytes;
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    static byte[] Zstandard(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new CompressionStream(packed, 3))
        {
            // As the program zstd does.
            stream.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
            stream.Write(bytes);
        }
        return packed.ToArray();
    }

    static byte[] Zip(string name, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
            entry.Write(content);
        return packed.ToArray();
    }
}
