using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Files;

/// <summary>
/// Counts the rows of a file apart from what fills the table, so that rows cannot get lost between the two. It knows line ends, quotes and
/// nothing else, and so jumps from one to the next; the bytes come in pieces, of which none is kept.
/// </summary>
sealed class RowCounter(Dialect dialect, int width)
{
    enum State { Outside, Quoted, BehindQuote, BehindEscape }

    const byte None = (byte)'\n';

    readonly byte _delimiter = (byte)dialect.Delimiter[0];
    // Without a quote the line end is looked for twice, which finds the same.
    readonly byte _quote = dialect.Quote is [var quote] ? (byte)quote : None;
    readonly byte _escape = dialect.Escape is [var escape] ? (byte)escape : None;
    State _state;
    bool _atField = true;
    bool _afterReturn;
    bool _afterHeader;
    long _length;

    /// <summary>Rows so far, the header not counted. With one column a blank line is a row, its value missing; otherwise it is nothing.</summary>
    public long Rows { get; private set; }

    /// <summary>A row is longer than any that is read, or the header is.</summary>
    public bool IsTooLong => _length > CsvQuery.LongestRow;

    /// <param name="width">How many columns the file has.</param>
    /// <returns>Null when a row is too long; the rest of the file is left alone then.</returns>
    public static long? Count(Stream text, Dialect dialect, int width)
    {
        var counter = new RowCounter(dialect, width);
        var buffer = new byte[1 << 17];
        var bytes = buffer.AsSpan(0, text.ReadAtLeast(buffer, 3, throwOnEndOfStream: false));
        counter.Add(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        while (!counter.IsTooLong && text.Read(buffer) is > 0 and var read)
            counter.Add(buffer.AsSpan(0, read));
        if (counter.IsTooLong)
            return null;
        // Behind the last line end there is no row, not even a blank one.
        if (counter._length > 0)
            counter.End();
        return counter.Rows;
    }

    void Add(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && !IsTooLong;)
            i = _state switch
            {
                State.Outside => Outside(bytes, i),
                State.Quoted => Quoted(bytes, i),
                State.BehindQuote => Behind(bytes, i, bytes[i] == _quote ? State.Quoted : State.Outside, bytes[i] == _quote),
                _ => Behind(bytes, i, State.Quoted, bytes[i] == _quote || bytes[i] == _escape),
            };
        _atField = _state == State.Outside && IsAtField(bytes);
    }

    int Outside(ReadOnlySpan<byte> bytes, int start)
    {
        var length = bytes[start..].IndexOfAny((byte)'\n', (byte)'\r', _quote);
        if (length < 0)
        {
            _length += bytes.Length - start;
            return bytes.Length;
        }
        var at = start + length;
        _length += length;
        if (bytes[at] is (byte)'\n' or (byte)'\r')
        {
            // The second half of CRLF ends nothing.
            if (bytes[at] == '\r' || !_afterReturn || _length > 0)
                End();
            _afterReturn = bytes[at] == '\r';
            return at + 1;
        }
        // A quote in the middle of a field is one of its letters.
        if (IsAtField(bytes[..at]))
            _state = State.Quoted;
        _length++;
        return at + 1;
    }

    int Quoted(ReadOnlySpan<byte> bytes, int start)
    {
        var length = _escape == None ? bytes[start..].IndexOf(_quote) : bytes[start..].IndexOfAny(_quote, _escape);
        if (length < 0)
        {
            _length += bytes.Length - start;
            return bytes.Length;
        }
        _length += length + 1;
        _state = bytes[start + length] != _escape ? State.Outside : _escape == _quote ? State.BehindQuote : State.BehindEscape;
        return start + length + 1;
    }

    int Behind(ReadOnlySpan<byte> bytes, int at, State next, bool taken)
    {
        _state = next;
        _length += taken ? 1 : 0;
        return taken ? at + 1 : at;
    }

    /// <summary>Whether a field begins behind these bytes: a delimiter or a line end, and then blanks at most.</summary>
    bool IsAtField(ReadOnlySpan<byte> before)
    {
        for (var i = before.Length - 1; i >= 0; i--)
            if (before[i] == _delimiter || before[i] is (byte)'\n' or (byte)'\r')
                return true;
            else if (before[i] != ' ')
                return false;
        return _atField;
    }

    void End()
    {
        if (!_afterHeader)
            _afterHeader = _length > 0;
        else if (_length > 0 || width == 1)
            Rows++;
        _length = 0;
    }
}
