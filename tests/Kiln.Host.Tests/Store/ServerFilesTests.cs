using System.Net;
using System.Net.Sockets;
using System.Text;
using Kiln.Host.Network;
using Kiln.Host.Store;

namespace Kiln.Host.Tests.Store;

/// <summary>A server that is slow, and one that says nothing.</summary>
public sealed class ServerFilesTests : IDisposable
{
    const int Length = 4_000_000;

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    [Fact]
    public async Task Who_takes_a_file_slowly_is_not_silent()
    {
        var server = Serve(async stream =>
        {
            var buffer = new byte[200_000];
            for (var taken = 0; taken < Length; taken += await stream.ReadAsync(buffer))
                await Task.Delay(100);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
        });

        using var files = Files();
        files.Put("model.onnx", new byte[Length]);
        await server;
    }

    [Fact]
    public async Task Who_says_nothing_is_given_up()
    {
        var server = Serve(_ => Task.Delay(TimeSpan.FromSeconds(3)));

        using var files = Files();
        Assert.Equal("the server says nothing for 1 s; try again, or correct KilnStorePath", Assert.Throws<StoreException>(() => files.Get("model.onnx")).Message);
        await server;
    }

    public void Dispose() => _listener.Dispose();

    ServerFiles Files() => new(
        Address.Parse($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/store", "it", what => new(new Diagnostics.Diagnostic("", 0, 0, "", what))), new(null, TimeSpan.FromSeconds(1)));

    Task Serve(Func<NetworkStream, Task> answer)
    {
        _listener.Server.ReceiveBufferSize = 100_000;
        _listener.Start();
        return Task.Run(async () =>
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await answer(client.GetStream());
        });
    }
}
