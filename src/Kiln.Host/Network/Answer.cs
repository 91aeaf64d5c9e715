namespace Kiln.Host.Network;

/// <summary>The content of a server's answer, as it comes.</summary>
/// <param name="patience">Ends what waits; set back with every piece that comes.</param>
sealed class Answer(HttpResponseMessage response, CancellationTokenSource patience, TimeSpan silence)
{
    const int Piece = 1 << 16;

    /// <param name="most">How many bytes are taken at most; what is longer is cut off there.</param>
    public async Task CopyTo(Stream target, long most = long.MaxValue)
    {
        await using var content = await response.Content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[Piece];
        while (most > 0 && await Read(content, buffer) is > 0 and var read)
        {
            target.Write(buffer, 0, (int)Math.Min(read, most));
            most -= read;
            patience.CancelAfter(silence);
        }
    }

    /// <summary>What a connection throws that is reset is what a disk throws that is full; whose it is, is known here.</summary>
    async Task<int> Read(Stream content, byte[] buffer)
    {
        try
        {
            return await content.ReadAsync(buffer, patience.Token);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(null, e);
        }
    }
}
