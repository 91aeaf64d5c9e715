using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>
/// Reads a data file record by record, knowing where each field stands. It is asked for the header, and for places when something is wrong;
/// the rows themselves come from DuckDB, whose reading of quotes, blank lines and line ends it shares.
/// </summary>
sealed class CsvScanner(string path, Dialect dialect) : IDisposable
{
    readonly ByteReader _reader = new(DataFile.Open(path));
    readonly int _delimiter = dialect.Delimiter[0];
    readonly int _quote = dialect.Quote is [var quote] ? quote : -2;
    readonly int _escape = dialect.Escape is [var escape] ? escape : -2;
    readonly List<CsvField> _fields = [];
    byte[] _text = new byte[256];
    int _length;
    long _end;
    (int Line, int Column) _open;

    public IReadOnlyList<CsvField> Fields => _fields;

    /// <summary>The line the record starts on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The field whose quotes are not closed, or are followed by more text; null when all are well.</summary>
    public CsvField? Malformed { get; private set; }

    /// <summary>How the record ends: LF, CRLF or CR; empty at the end of the file.</summary>
    public string LineEnd { get; private set; } = "";

    public static CsvScanner Open(string path, Dialect dialect) => new(path, dialect);

    public ReadOnlySpan<byte> Bytes(int field) => _text.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>The field without the blanks around it.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Trim(" \t"u8));

    /// <summary>Reads the next record that is more than a line end.</summary>
    /// <exception cref="BuildException">It is longer than <see cref="CsvQuery.LongestRow"/>, or the file is packed and damaged.</exception>
    public bool ReadRecord()
    {
        while (_reader.Peek() != ByteReader.End)
            if (!ReadLine())
                return true;
        return false;
    }

    /// <summary>Reads the next data row of a file of that many columns. With one column a blank line is a row, its value missing.</summary>
    public bool ReadRow(int width)
    {
        if (width > 1)
            return ReadRecord();
        if (_reader.Peek() == ByteReader.End)
            return false;
        ReadLine();
        return true;
    }

    /// <returns>True for a blank line.</returns>
    bool ReadLine()
    {
        _fields.Clear();
        (_length, Malformed, Line) = (0, null, _reader.Line);
        (_end, _open) = (_reader.Position + CsvQuery.LongestRow, (Line, 1));
        while (ReadField())
            ThrowIfTooLong();
        var blank = _fields is [{ Length: 0 } only] && Malformed is null && only.Column == _reader.Column && only.Line == _reader.Line;
        ReadLineEnd();
        return blank;
    }

    /// <returns>True when another field follows in the record.</returns>
    bool ReadField()
    {
        var (start, line, column) = (_length, _reader.Line, _reader.Column);
        while (_reader.Peek() == ' ')
            Append(_reader.Next());
        var closed = true;
        if (_reader.Peek() == _quote)
        {
            _length = start;
            _reader.Next();
            var row = _open;
            _open = (line, column);
            closed = ReadQuoted();
            _open = row;
        }
        while (_reader.Peek() is var b && b != _delimiter && b is not ('\n' or '\r' or ByteReader.End))
            Append(_reader.Next());
        var field = new CsvField(start, _length - start, line, column);
        if (!closed)
            Malformed ??= field;
        _fields.Add(field);
        if (_reader.Peek() != _delimiter)
            return false;
        _reader.Next();
        return true;
    }

    /// <returns>False when the file ends inside, or text follows the closing quote.</returns>
    bool ReadQuoted()
    {
        while (_reader.Next() is var b and not ByteReader.End)
        {
            if (b == _escape && (_reader.Peek() == _quote || (_escape != _quote && _reader.Peek() == _escape)))
                Append(_reader.Next());
            else if (b != _quote)
                Append(b);
            else
                return _reader.Peek() is var after && (after == _delimiter || after is '\n' or '\r' or ' ' or ByteReader.End);
        }
        return false;
    }

    void ReadLineEnd()
    {
        var first = _reader.Peek() is '\r' or '\n' ? _reader.Next() : ByteReader.End;
        LineEnd = first switch { '\n' => "LF", '\r' => "CR", _ => "" };
        if (first == '\r' && _reader.Peek() == '\n')
        {
            _reader.Next();
            LineEnd = "CRLF";
        }
    }

    /// <summary>So that a row without an end, which packed is a small file, takes neither the memory nor the time it would like to.</summary>
    void ThrowIfTooLong()
    {
        if (_reader.Position > _end)
            throw new BuildException(FileProblems.TooLong(path, _open.Line, _open.Column));
    }

    void Append(int b)
    {
        ThrowIfTooLong();
        if (_length == _text.Length)
            Array.Resize(ref _text, 2 * _length);
        _text[_length++] = (byte)b;
    }

    public void Dispose() => _reader.Dispose();
}
