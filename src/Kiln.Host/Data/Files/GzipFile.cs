using System.IO.Compression;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>
/// Unpacks a gzip file, also one of several joined parts, and tells one that was cut off, or has bytes behind its end: .NET reads the one to
/// where it breaks and leaves the other's bytes out, DuckDB does the first too, and rows would be missing without a sign. So a part of our own,
/// the seal, is put behind the file: it is unpacked only where the file ends as a part ends.
/// </summary>
sealed class GzipFile : ForwardStream
{
    static readonly byte[] SealText = "Kiln: here the file ended, whole"u8.ToArray();

    static readonly byte[] Seal = Pack(SealText);

    readonly string _path;
    readonly SealedFile _source;
    readonly byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;

    public GzipFile(string path, Stream file) : this(path, new SealedFile(file, Seal))
    {
    }

    GzipFile(string path, SealedFile source) : this(path, source, new(source, CompressionMode.Decompress))
    {
    }

    GzipFile(string path, SealedFile source, GZipStream gzip) : base(gzip) => (_path, _source) = (path, source);

    /// <exception cref="BuildException">The file is damaged, cut off, or goes on behind its end.</exception>
    public override int Read(Span<byte> buffer)
    {
        // As many bytes as the seal has are held back: they may be it.
        while (_end - _start <= SealText.Length)
            if (!Fill())
                return CheckEnd();
        var given = _buffer.AsSpan(_start, Math.Min(buffer.Length, _end - _start - SealText.Length));
        given.CopyTo(buffer);
        _start += given.Length;
        return given.Length;
    }

    bool Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        try
        {
            var read = Inner.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (InvalidDataException)
        {
            throw new BuildException(FileProblems.CutOff(_path));
        }
    }

    int CheckEnd() => _buffer.AsSpan(_start.._end).SequenceEqual(SealText)
        ? 0
        : throw new BuildException(_source.IsAtSeal ? FileProblems.CutOff(_path) : FileProblems.BytesBehindEnd(_path));

    static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(text);
        return packed.ToArray();
    }
}
