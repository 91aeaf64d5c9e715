using System.Text.Json.Nodes;

namespace Kiln.Road.Tests.Reports;

/// <summary>Reports in a real browser: they ask nobody for anything, fit a phone, and everybody can read them.</summary>
public sealed class BrowserTests(ReportedModels models) : IClassFixture<ReportedModels>
{
    /// <summary>What a page may weigh.</summary>
    const int MostBytes = 300_000;

    static readonly string Axe = ReadAxe();

    public static IEnumerable<TheoryDataRow<string>> Pages => [.. ReportedModels.Names.Select(name => new TheoryDataRow<string>(name + ".report.html")), new("report.html")];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_report_asks_for_nothing_fits_a_phone_and_is_accessible(string page)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        var file = Path.Combine(models.Folder, page);
        Assert.InRange(new FileInfo(file).Length, 1, MostBytes);
        await using var browser = await Browser.Start();

        foreach (var (width, scheme, medium) in new[] { (1200, "light", "screen"), (1200, "dark", "screen"), (400, "light", "screen"), (400, "dark", "screen"), (794, "dark", "print") })
        {
            await browser.Look(width, scheme, medium);
            await browser.Open(file);
            Assert.Equal([new Uri(file).AbsoluteUri], browser.Requests);
            Assert.Empty(browser.Complaints);
            // Also what is folded away at first.
            await browser.Evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            Assert.InRange((int)(await browser.Evaluate("document.documentElement.scrollWidth"))!, 1, width);
            Assert.Equal("", string.Join("\n", await Violations(browser)));
            await Keep(browser, $"{page}.{width}.{scheme}.{medium}");
        }
    }

    /// <summary>The broken rules of axe-core, each with its elements.</summary>
    static async Task<IEnumerable<string>> Violations(Browser browser)
    {
        await browser.Evaluate(Axe + "\n;0");
        var found = (await browser.Evaluate("axe.run().then(result => ({ passes: result.passes.length, violations: result.violations }))"))!;
        Assert.True((int)found["passes"]! > 10); // It has looked.
        return found["violations"]!.AsArray().Select(one => $"{one!["id"]}: {one["help"]}: {string.Join(" | ", one["nodes"]!.AsArray().Take(3).Select(Describe))}");
    }

    static string Describe(JsonNode? node) => $"{node!["html"]} ({node["failureSummary"]})";

    /// <summary>For people, who look at them where KILN_KEEP_SCREENSHOTS names a folder.</summary>
    static async Task Keep(Browser browser, string name)
    {
        await browser.Evaluate("document.querySelectorAll('details').forEach(one => one.open = false)");
        var picture = await browser.Screenshot();
        Assert.NotEmpty(picture);
        if (Environment.GetEnvironmentVariable("KILN_KEEP_SCREENSHOTS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture);
    }

    static string ReadAxe()
    {
        using var script = typeof(Deque.AxeCore.Commons.IAxeScriptProvider).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        return new StreamReader(script).ReadToEnd();
    }
}
