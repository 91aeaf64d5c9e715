namespace Kiln.Host.Data.Files;

/// <summary>Reads bytes one by one and knows the line and column, counted in UTF-16 units as editors do.</summary>
sealed class ByteReader : IDisposable
{
    public const int End = -1;

    readonly Stream _stream;
    readonly byte[] _buffer = new byte[1 << 16];
    int _position;
    int _length;
    bool _afterReturn;

    public ByteReader(Stream stream)
    {
        _stream = stream;
        if (Peek() == 0xEF && _length >= 3 && _buffer[1] == 0xBB && _buffer[2] == 0xBF)
            _position = 3;
    }

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    public int Peek()
    {
        if (_position == _length)
            (_position, _length) = (0, _stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false));
        return _position < _length ? _buffer[_position] : End;
    }

    public int Next()
    {
        var b = Peek();
        if (b == End)
            return End;
        _position++;
        Position++;
        if (b == '\n' && _afterReturn)
            Column = 1;
        else if (b is '\n' or '\r')
            (Line, Column) = (Line + 1, 1);
        else if (b is < 0x80 or >= 0xC0)
            Column += b >= 0xF0 ? 2 : 1;
        _afterReturn = b == '\r';
        return b;
    }

    public void Dispose() => _stream.Dispose();
}
