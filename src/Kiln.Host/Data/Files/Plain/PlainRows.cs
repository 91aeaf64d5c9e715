using System.Collections.Concurrent;
using System.Text.Unicode;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Files.Plain;

/// <summary>
/// Reads a file's rows up to one that is not plainly written (see <see cref="PlainParser"/>), in a part of the time that DuckDB takes to make texts of
/// them. What is odd is not judged here: from there on the engine reads the file.
/// </summary>
sealed unsafe class PlainRows : IDisposable
{
    const int SmallestRead = 1 << 16;

    /// <summary>Of long rows a chunk has fewer; the longest that is read fits.</summary>
    const int LargestRead = 2 * CsvQuery.LongestRow;

    readonly Stream _stream;
    readonly PlainParser _parser;
    readonly int _columns;
    readonly ConcurrentBag<PlainChunk> _free = [];
    readonly List<PlainChunk> _all = [];
    PlainChunk? _last;
    int _parsed;
    int _size = SmallestRead;
    bool _isLast;
    bool _isOdd;

    /// <param name="stream">The file's bytes; belongs to the rows from now on.</param>
    /// <param name="width">How many columns the file has.</param>
    /// <param name="columns">Which of them to read, in which order.</param>
    public PlainRows(Stream stream, Dialect dialect, int width, IReadOnlyList<int> columns)
    {
        var targets = new int[width];
        Array.Fill(targets, -1);
        for (var i = 0; i < columns.Count; i++)
            targets[columns[i]] = i;
        (_stream, _columns, _parser) = (stream, columns.Count, new(dialect, width, targets));
    }

    /// <summary>The next rows, which belong to who asks; null behind the last that is plainly written.</summary>
    public PlainChunk? Next()
    {
        while (!_isOdd && !(_isLast && _parsed == _last!.Length))
        {
            var chunk = Read();
            if (chunk.Rows > 0)
                return chunk;
            chunk.Dispose();
        }
        return null;
    }

    PlainChunk Read()
    {
        var (chunk, isFirst) = (Begin(), _last is null);
        var start = 0;
        // A row may be longer than what is read at a time.
        for (var size = _size; ; size *= 2)
        {
            _isLast = _isLast || !chunk.Fill(_stream, size);
            start = isFirst && new ReadOnlySpan<byte>(chunk.Text, chunk.Length).StartsWith("\uFEFF"u8) ? 3 : 0;
            _parsed = _parser.Parse(chunk, start, _isLast);
            if (chunk.End > 0 || _isLast || _parser.IsOdd)
                break;
        }
        var rows = new ReadOnlySpan<byte>(chunk.Text + start, _parsed - start);
        _isOdd = _parser.IsOdd;
        if (rows.Contains((byte)0) || !Utf8.IsValid(rows))
            (_isOdd, chunk.End) = (true, 0);
        // As much as the rows of a chunk are likely to have.
        if (chunk.End > 0)
            _size = (int)Math.Clamp((long)_parsed * PlainChunk.Capacity / chunk.End, SmallestRead, LargestRead);
        // The header is the first.
        chunk.First = isFirst && chunk.End > 0 ? 1 : 0;
        _last = chunk;
        return chunk;
    }

    /// <summary>A chunk with the text that the last one had and did not read.</summary>
    PlainChunk Begin()
    {
        if (!_free.TryTake(out var chunk))
            _all.Add(chunk = new(_columns, _free.Add));
        // It may be the last one itself, which is done with.
        if (_last is null)
            chunk.Begin(null, 0);
        else
            chunk.Begin(_last.Text + _parsed, _last.Length - _parsed);
        return chunk;
    }

    public void Dispose()
    {
        _stream.Dispose();
        foreach (var chunk in _all)
            chunk.Free();
    }
}
