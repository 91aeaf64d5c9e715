using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kiln.Host.Tests.Data.Fetching;

/// <summary>A web server of this machine that gives each path the same answer, and counts what it was asked for.</summary>
public sealed class FileServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly Dictionary<string, byte[]> _answers = [];
    readonly HashSet<string> _reset = [];
    readonly Task _serving;

    /// <param name="certificate">Null for http.</param>
    public FileServer(X509Certificate2? certificate = null)
    {
        Certificate = certificate;
        _listener.Start();
        _serving = Serve();
    }

    public X509Certificate2? Certificate { get; }

    public int Requests { get; private set; }

    /// <summary>What the last client that had any showed.</summary>
    public string Authorization { get; private set; } = "";

    public string Url(string path) => $"{(Certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}";

    public void File(string path, string content) => Answer(path, $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}");

    public void Answer(string path, string response) => _answers[path] = Encoding.UTF8.GetBytes(response);

    /// <summary>Answers, and breaks the connection instead of closing it.</summary>
    public void Reset(string path, string response)
    {
        Answer(path, response);
        _reset.Add(path);
    }

    async Task Serve()
    {
        while (true)
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Answer(client);
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // A client that went away, or that does not trust us.
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                return;
            }
    }

    async Task Answer(TcpClient client)
    {
        Stream stream = client.GetStream();
        if (Certificate is not null)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(Certificate);
            stream = secure;
        }
        using var reader = new StreamReader(stream, leaveOpen: true);
        if (await reader.ReadLineAsync() is not { } request)
            return; // It went away after it had seen our certificate.
        var path = request.Split(' ')[1];
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
            if (header.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase))
                Authorization = header["Authorization: ".Length..];
        Requests++;
        await stream.WriteAsync(_answers.GetValueOrDefault(path) ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        if (_reset.Contains(path))
            client.LingerState = new(true, 0);
        await stream.DisposeAsync();
    }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
        Certificate?.Dispose();
    }
}
