namespace Kiln.Host.Data.Files;

/// <summary>A packed file's bytes, and behind them the seal; see <see cref="GzipFile"/>.</summary>
sealed class SealedFile(Stream file, byte[] seal) : ForwardStream(file)
{
    int _given;

    /// <summary>The file was read to its end, and more was asked for.</summary>
    public bool IsAtSeal { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Inner.Read(buffer) is > 0 and var read)
            return read;
        IsAtSeal = true;
        var given = seal.AsSpan(_given, Math.Min(seal.Length - _given, buffer.Length));
        given.CopyTo(buffer);
        _given += given.Length;
        return given.Length;
    }
}
