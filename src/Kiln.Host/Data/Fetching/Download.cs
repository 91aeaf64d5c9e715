using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Fetching;

/// <summary>Gets a file's bytes as the server has them. A server that says nothing for a minute is given up; how long a file takes is its size's matter.</summary>
static class Download
{
    static readonly TimeSpan Connecting = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <exception cref="BuildException">It is not to be had.</exception>
    /// <param name="token">The environment variable of a token; empty for none.</param>
    public static void Write(Dataset dataset, Address address, string token, string file)
    {
        var credentials = Credentials.Find(dataset, token);
        try
        {
            // Redirects are followed, never from https to http, and no cookie is kept. Nothing is unpacked: the hash is of the file.
            using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Connecting, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.UserAgent.Add(new("Kiln", null)); // Some servers refuse a request without one.
            client.DefaultRequestHeaders.Authorization = credentials;
            WriteAsync(client, dataset, address, file).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw Address.NotFetched(dataset, $"{Reason(e)} ({address.Shown}); try again, correct the Url, or put the file in its place yourself");
        }
    }

    static async Task WriteAsync(HttpClient client, Dataset dataset, Address address, string file)
    {
        using var silence = new CancellationTokenSource(Silence);
        using var response = await client.GetAsync(address.Uri, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        if (!response.IsSuccessStatusCode)
            throw Address.NotFetched(dataset, $"the server answers {(int)response.StatusCode} ({address.Shown}); {Remedy(client, response.StatusCode)}");
        await using var content = await response.Content.ReadAsStreamAsync(silence.Token);
        await using var written = File.Create(file);
        var buffer = new byte[1 << 16];
        while (await ReadAsync(content, buffer, silence.Token) is > 0 and var read)
        {
            written.Write(buffer, 0, read);
            silence.CancelAfter(Silence);
        }
        written.Flush(flushToDisk: true);
    }

    /// <summary>Some servers say of what is not for everybody that it is not there.</summary>
    static string Remedy(HttpClient client, HttpStatusCode answer) => answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) ? "correct the Url"
        : client.DefaultRequestHeaders.Authorization is null ? "correct the Url, or name in Token the environment variable that holds the token it wants"
        : "correct the Url, or the token in the variable that Token names";

    /// <summary>What a connection throws that is reset is what a disk throws that is full; whose it is, is known here.</summary>
    static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken silence)
    {
        try
        {
            return await content.ReadAsync(buffer, silence);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(null, e);
        }
    }

    static string Reason(Exception e) => e switch
    {
        OperationCanceledException => $"the server says nothing for {Silence.TotalSeconds:0} s",
        HttpRequestException { InnerException: AuthenticationException } => "the server's certificate is not trusted",
        HttpRequestException { InnerException: SocketException socket } => $"there is no connection to the server ({socket.SocketErrorCode})",
        HttpRequestException { InnerException: OperationCanceledException or TimeoutException } => $"there is no connection to the server within {Connecting.TotalSeconds:0} s",
        _ => "the connection broke before the file's end",
    };
}
