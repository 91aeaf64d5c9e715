using System.Net;

namespace Kiln.Host.Network;

/// <summary>What is sent to a server, piece by piece: as long as it takes them, it is not silent.</summary>
sealed class Upload : HttpContent
{
    const int Piece = 1 << 16;

    readonly byte[] _content;

    public Upload(byte[] content)
    {
        _content = content;
        Headers.ContentType = new("application/octet-stream");
    }

    /// <summary>Called after each piece.</summary>
    public Action Sent { get; set; } = () => { };

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var at = 0; at < _content.Length; at += Piece)
        {
            await stream.WriteAsync(_content.AsMemory(at, Math.Min(Piece, _content.Length - at)));
            Sent();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Length;
        return true;
    }
}
