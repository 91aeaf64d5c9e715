using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Json;

/// <summary>The lines of a file that are more than blanks, one after the other, as bytes.</summary>
sealed class JsonLineReader(string path) : IDisposable
{
    readonly Stream _stream = DataFile.Open(path);
    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    int _lineStart;
    int _lineLength;
    bool _ended;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Gone with the next one.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <exception cref="BuildException">A line is longer than a row may be, or the file is packed and not whole.</exception>
    public bool Read()
    {
        while (ReadAny())
            if (Line.ContainsAnyExcept(" \t\r"u8))
                return true;
        return false;
    }

    public void Dispose() => _stream.Dispose();

    bool ReadAny()
    {
        var length = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + length, _end - _start - length).IndexOf((byte)'\n');
            length = found < 0 ? _end - _start : length + found;
            if (found >= 0 || _ended)
                break;
            if (length > CsvQuery.LongestRow)
                throw new BuildException(FileProblems.TooLong(path, Number + 1, 1));
            Fill();
        }
        if (length == 0 && _ended && _start == _end)
            return false;
        (_lineStart, _lineLength) = (_start, length);
        _start = Math.Min(_end, _start + length + 1);
        if (Number++ == 0 && Line.StartsWith("\uFEFF"u8))
            (_lineStart, _lineLength) = (_lineStart + 3, _lineLength - 3);
        if (_lineLength > 0 && _buffer[_lineStart + _lineLength - 1] == '\r')
            _lineLength--;
        return true;
    }

    void Fill()
    {
        if (_end - _start == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
