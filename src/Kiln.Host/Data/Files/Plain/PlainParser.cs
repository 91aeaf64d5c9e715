using System.Numerics;
using System.Runtime.Intrinsics;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Files.Plain;

/// <summary>
/// Finds the fields of rows that are plainly written: as many in each row as the file has columns, quotes only around whole fields and doubled inside,
/// one kind of line end. It looks at 64 bytes at a time for what may end a field (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019).
/// </summary>
/// <param name="width">How many columns the file has.</param>
/// <param name="targets">For each column of the file its place among those that are read; -1 for none.</param>
sealed unsafe class PlainParser(Dialect dialect, int width, int[] targets)
{
    const byte LineFeed = (byte)'\n';
    const byte Return = (byte)'\r';
    const int Unquoted = -1;
    const int Open = -2;

    readonly byte _delimiter = (byte)dialect.Delimiter[0];
    // Without a quote the line end is looked for twice, which finds the same.
    readonly byte _quote = dialect.Quote is [var quote] ? (byte)quote : LineFeed;
    readonly bool _canDouble = dialect.Escape == dialect.Quote;
    readonly List<nint> _doubled = [];
    PlainChunk _chunk = null!;
    byte* _text;
    bool _isLast;
    bool? _hasReturns;
    int _done;
    int _column;
    int _start;
    int _closed;
    int _second;
    bool _isDoubled;

    /// <summary>A row is not plainly written.</summary>
    public bool IsOdd { get; private set; }

    /// <summary>Whether each sign is one byte, and a quote inside quotes can only be doubled.</summary>
    public static bool Knows(Dialect dialect, int width) => width > 1 && IsSign(dialect.Delimiter) && dialect.Delimiter != dialect.Quote
        && (dialect.Quote.Length == 0 || IsSign(dialect.Quote)) && (dialect.Escape.Length == 0 || dialect.Escape == dialect.Quote);

    static bool IsSign(string text) => text is [> '\0' and < '\x80' and not (' ' or '\r' or '\n')];

    /// <summary>Finds the fields of the chunk's whole rows, up to one that is not plainly written.</summary>
    /// <param name="start">Where its rows begin.</param>
    /// <param name="isLast">No text follows on the chunk's.</param>
    /// <returns>Where the first row begins that was not read.</returns>
    public int Parse(PlainChunk chunk, int start, bool isLast)
    {
        (_chunk, _isLast) = (chunk, isLast);
        _text = chunk.Text;
        (chunk.First, chunk.End) = (0, 0);
        (_done, _start, _column, _closed, _second, _isDoubled) = (start, start, 0, Unquoted, -1, false);
        _doubled.Clear();
        for (var block = start; block < chunk.Length; block += 64)
            for (var signs = Signs(_text + block); signs != 0; signs &= signs - 1)
            {
                var at = block + BitOperations.TrailingZeroCount(signs);
                if (_text[at] == _delimiter && _closed == Unquoted && _column < width - 1)
                    Put(_start, at);
                else if (at >= chunk.Length)
                    break;
                else if (!Take(at) || chunk.End == PlainChunk.Capacity)
                    return _done;
            }
        // The last line may lack its end.
        if (isLast && _done < chunk.Length)
            _ = _closed == Open ? Odd() : EndRow(chunk.Length, chunk.Length);
        return _done;
    }

    /// <summary>A bit for each of the next 64 bytes, set where it is a delimiter, a quote or of a line end.</summary>
    ulong Signs(byte* text) => Signs(Vector256.Load(text)) | (ulong)Signs(Vector256.Load(text + 32)) << 32;

    uint Signs(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create(_delimiter)) | Vector256.Equals(bytes, Vector256.Create(_quote))
        | Vector256.Equals(bytes, Vector256.Create(LineFeed)) | Vector256.Equals(bytes, Vector256.Create(Return))).ExtractMostSignificantBits();

    /// <summary>Takes a sign that does not simply end a field.</summary>
    /// <returns>False where it ends here: a row is not plainly written, or what decides is not there yet.</returns>
    bool Take(int at)
    {
        if (at == _second)
            return true;
        if (_text[at] == _quote && _quote != LineFeed)
            return Quote(at);
        if (_closed == Open)
            return true;
        if (_text[at] == Return)
            // Alone it ends no line here.
            return at + 1 < _chunk.Length ? _text[at + 1] == LineFeed || Odd() : !_isLast || Odd();
        if (_text[at] == LineFeed)
            return EndLine(at);
        if (_column == width - 1)
            return Odd();
        Put(_start + 1, _closed);
        _start = at + 1;
        return true;
    }

    bool Quote(int at)
    {
        if (_closed == Unquoted)
        {
            _closed = Open;
            return at == _start || Odd();
        }
        if (at + 1 < _chunk.Length && _text[at + 1] == _quote)
        {
            (_second, _isDoubled) = (at + 1, true);
            return _canDouble || Odd();
        }
        _closed = at;
        return at + 1 < _chunk.Length ? _text[at + 1] is var next && (next == _delimiter || next is LineFeed or Return) || Odd() : _isLast;
    }

    bool EndLine(int at)
    {
        var hasReturn = at > 0 && _text[at - 1] == Return;
        _hasReturns ??= hasReturn;
        return hasReturn == _hasReturns ? EndRow(hasReturn ? at - 1 : at, at + 1) : Odd();
    }

    bool EndRow(int end, int next)
    {
        var isBlank = _column == 0 && end == _start;
        if (!isBlank)
        {
            if (_column != width - 1)
                return Odd();
            if (_closed == Unquoted)
                Put(_start, end);
            else
                Put(_start + 1, _closed);
            // Only now, for a row that goes on behind the chunk's text is read again from its beginning.
            foreach (var slot in _doubled)
                TextVector.Undouble((byte*)slot, _quote);
            _doubled.Clear();
            _chunk.End++;
        }
        (_done, _start, _column) = (next, next, 0);
        return true;
    }

    void Put(int start, int end)
    {
        if (targets[_column] is var target && target >= 0)
        {
            var slot = _chunk.Slot(target, _chunk.End);
            TextVector.Set(slot, _text + start, end - start);
            if (_isDoubled)
                _doubled.Add((nint)slot);
        }
        (_column, _start, _closed, _isDoubled) = (_column + 1, end + 1, Unquoted, false);
    }

    bool Odd()
    {
        IsOdd = true;
        return false;
    }
}
