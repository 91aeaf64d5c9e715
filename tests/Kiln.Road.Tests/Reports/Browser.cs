using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Road.Tests.Reports;

/// <summary>Chromium without a window, driven over its DevTools protocol; one page.</summary>
sealed class Browser : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("kiln-chromium");
    readonly ClientWebSocket _socket = new();
    readonly List<JsonNode> _events = [];
    Process? _process;
    string? _session;
    int _calls;

    /// <summary>Why tests are skipped; null where there is a browser, as in every build that lands: .ci/run installs it or fails.</summary>
    public static string? Missing => File.Exists("/usr/bin/chromium") ? null : "chromium is not installed; .ci/run installs it";

    public static async Task<Browser> Start()
    {
        var browser = new Browser();
        var start = new ProcessStartInfo("/usr/bin/chromium",
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-port=0",
            // As root, which containers are, it has no sandbox.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : (string[])[],
            $"--user-data-dir={browser._profile.FullName}", "about:blank",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true };
        browser._process = Process.Start(start)!;
        string? line;
        const string said = "DevTools listening on ";
        do
            line = await browser._process.StandardError.ReadLineAsync().WaitAsync(Patience);
        while (line is not null && !line.StartsWith(said, StringComparison.Ordinal));
        _ = browser._process.StandardError.ReadToEndAsync();
        await browser._socket.ConnectAsync(new(line![said.Length..]), CancellationToken.None);
        var target = await browser.Call("Target.createTarget", new() { ["url"] = "about:blank" });
        browser._session = (string?)(await browser.Call("Target.attachToTarget", new() { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }))["sessionId"];
        foreach (var domain in new[] { "Page", "Network", "Log", "Runtime" })
            await browser.Call(domain + ".enable");
        return browser;
    }

    /// <summary>Opens a file, and waits until it is there.</summary>
    public async Task Open(string file)
    {
        _events.Clear();
        await Call("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        while (!_events.Exists(e => Method(e) == "Page.loadEventFired"))
            _events.Add(await Receive());
        await Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>The addresses that the page has asked for, its own among them.</summary>
    public IEnumerable<string> Requests => _events.Where(e => Method(e) == "Network.requestWillBeSent").Select(e => (string)e["params"]!["request"]!["url"]!);

    /// <summary>What the browser complains of, such as what the page's policy forbids.</summary>
    public IEnumerable<string> Complaints => _events.Where(e => Method(e) is "Log.entryAdded" or "Runtime.exceptionThrown").Select(e => e["params"]!.ToJsonString());

    /// <param name="width">In pixels.</param>
    /// <param name="scheme"><c>light</c> or <c>dark</c>.</param>
    /// <param name="medium"><c>screen</c> or <c>print</c>.</param>
    public async Task Look(int width, string scheme = "light", string medium = "screen")
    {
        await Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await Call("Emulation.setEmulatedMedia", new()
        {
            ["media"] = medium, ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
        });
    }

    public async Task<byte[]> Screenshot(double top = 0, double? height = null)
    {
        var size = (await Call("Page.getLayoutMetrics"))["cssContentSize"]!;
        var picture = await Call("Page.captureScreenshot", new()
        {
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = top, ["width"] = (double)size["width"]!, ["height"] = height ?? (double)size["height"]! - top, ["scale"] = 1 },
        });
        return Convert.FromBase64String((string)picture["data"]!);
    }

    /// <summary>What an expression comes to, as JSON; a promise is waited for. The page's policy does not hold for it.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        var result = await Call("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(result["exceptionDetails"] is null, result["exceptionDetails"]?.ToJsonString());
        return result["result"]!["value"];
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        // Its last helpers may still be writing.
        for (var tries = 0; _profile.Exists && tries < 20; tries++)
            try
            {
                _profile.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                await Task.Delay(100);
                _profile.Refresh();
            }
    }

    static string? Method(JsonNode message) => (string?)message["method"];

    async Task<JsonNode> Call(string method, JsonObject? parameters = null)
    {
        var call = new JsonObject { ["id"] = ++_calls, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null)
            call["sessionId"] = _session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var message = await Receive();
            if ((int?)message["id"] != _calls)
                _events.Add(message);
            else
                return message["result"] ?? throw new InvalidOperationException($"{method}: {message["error"]?.ToJsonString()}");
        }
    }

    async Task<JsonNode> Receive()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonSerializer.Deserialize<JsonNode>(text.ToArray())!;
    }
}
