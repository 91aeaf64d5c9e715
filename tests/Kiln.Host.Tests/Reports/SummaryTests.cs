using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Reports;

namespace Kiln.Host.Tests.Reports;

public sealed class SummaryTests
{
    [Fact]
    public void It_is_short_however_much_there_is_to_say()
    {
        var folder = Path.GetTempPath();
        ModelOutcome[] outcomes = [.. Enumerable.Range(1, 70).Select(number => new ModelOutcome(Model($"Model{number}"))
        {
            Errors = [.. Enumerable.Range(1, 7).Select(line => new Diagnostic(Path.Combine(folder, "data", "a.csv"), line, 1, "KILN1007", $"<b>![x](http://a.example){new string('x', 600)}\n|"))],
        })];

        var text = new Summary("A<b", folder).Write(outcomes, []);

        Assert.StartsWith("### Models of A&lt;b\n", text);
        Assert.InRange(text.Length, 10_000, 25_000);
        Assert.Contains("\n| Model50 | 1.0.0 | ✗ failed | – | – | – | – |\n\nAnd 20 models more.\n", text);
        Assert.Contains("\n- ✗ [KILN1007](https://github.com/kiln-net/kiln/blob/main/docs/rules/KILN1007.md) `data/a.csv(5)`: &lt;b>![x]\\(http:&#8203;//a.example)xxx", text);
        Assert.Contains("…\n- ✗ and 2 errors more\n", text);
        Assert.EndsWith("\nMore is in `report.md`.\n", text);
    }

    [Fact]
    public void What_fails_is_said_before_what_is_cut_off()
    {
        var text = new Summary("App", "/app").Write(
            [.. Enumerable.Range(1, 70).Select(number => new ModelOutcome(Model($"Model{number}")) { Errors = [new("/app/data/a.csv", number, 1, "KILN1007", new string('x', 400))] })],
            [new("/app/App.csproj", 2, 1, "KILN0010", "two of a name")]);

        Assert.InRange(text.IndexOf("**Errors**\n\n- ✗ [KILN0010]", StringComparison.Ordinal), 1, text.IndexOf("**Model1**", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_of_no_model_are_there() => Assert.Equal(
        "### Models of App\n\n**Errors**\n\n- ✗ [KILN0010](https://github.com/kiln-net/kiln/blob/main/docs/rules/KILN0010.md) `App.csproj(2)`: two of a name\n",
        new Summary("App", "/app").Write([], [new("/app/App.csproj", 2, 1, "KILN0010", "two of a name")]));

    static ModelDefinition Model(string name) => new() { Name = name, Type = name, Dataset = "a", Version = "1.0.0", Location = new("A.cs", 1, 1) };
}
