using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Kiln.Host.Network;

/// <summary>How a server is spoken to. One that says nothing for a while is given up; how long a file takes is its size's matter.</summary>
/// <param name="silence">How long it may say nothing.</param>
sealed class Server(AuthenticationHeaderValue? credentials, TimeSpan silence) : IDisposable
{
    const int Buffer = 1 << 17;

    static readonly TimeSpan Connecting = TimeSpan.FromSeconds(15);

    // Redirects are followed, never from https to http, and no cookie is kept. Nothing is unpacked: hashes are of files as they are.
    readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = Connecting, UseCookies = false, ConnectCallback = Connect })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        // Some servers refuse a request that does not say who asks.
        DefaultRequestHeaders = { UserAgent = { new("Kiln", null) }, Authorization = credentials },
    };

    public bool HasCredentials => credentials is not null;

    /// <summary>Asks, and hands the answer over once its header is there.</summary>
    /// <exception cref="ServerException">There is no answer, or it breaks off.</exception>
    public T Ask<T>(HttpRequestMessage request, Func<HttpResponseMessage, Answer, Task<T>> read)
    {
        try
        {
            return AskAsync(request, read).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw new ServerException(Reason(e));
        }
    }

    async Task<T> AskAsync<T>(HttpRequestMessage request, Func<HttpResponseMessage, Answer, Task<T>> read)
    {
        using var patience = new CancellationTokenSource(silence);
        if (request.Content is Upload upload)
            upload.Sent = () => patience.CancelAfter(silence);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        return await read(response, new(response, patience, silence));
    }

    /// <summary>The system's own buffers take megabytes at once, and whether the server takes them would not be seen.</summary>
    static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendBufferSize = Buffer };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    string Reason(Exception e) => e switch
    {
        OperationCanceledException => $"the server says nothing for {silence.TotalSeconds:0} s",
        HttpRequestException { InnerException: AuthenticationException } => "the server's certificate is not trusted",
        HttpRequestException { InnerException: SocketException socket } => $"there is no connection to the server ({socket.SocketErrorCode})",
        HttpRequestException { InnerException: OperationCanceledException or TimeoutException } => $"there is no connection to the server within {Connecting.TotalSeconds:0} s",
        _ => "the connection broke before the file's end",
    };

    public void Dispose() => _client.Dispose();
}
