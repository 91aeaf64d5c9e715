using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kiln.Contracts.Models;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Road.Tests.Reports;

/// <summary>What the HTML report is for whoever opens it: the same wherever it is made, and nothing but what it shows.</summary>
public partial class HtmlReportTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    static readonly ModelDefinition Model = RoadProject.Model("PenguinModel", "penguins", "species");

    [Fact]
    public void A_report_holds_nothing_that_asks_runs_or_tells()
    {
        using var project = RoadProject.Ready(Penguins, Model);
        project.Train();

        foreach (var file in Directory.GetFiles(Path.Combine(project.Directory, "obj", "kiln"), "*report.html"))
        {
            var text = File.ReadAllText(file);
            var sheet = Sheet().Match(text).Groups[1].Value;
            Assert.Contains($"content=\"default-src &#39;none&#39;; style-src &#39;sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}&#39;;", text);
            Assert.DoesNotMatch(@"(?i)<script|<link|<img|<iframe|\ssrc=|\sstyle=|\son\w+=|url\(|@import|https?:|javascript:", text);
            Assert.DoesNotContain(project.Directory, text);
            Assert.DoesNotContain("kiln road", text);
            Assert.DoesNotContain(DateTime.UtcNow.ToString("yyyy-MM-dd"), text);
        }
    }

    [Fact]
    public void What_data_hold_is_text()
    {
        const string evil = "<script>alert(1)</script>";
        using var project = new RoadProject();
        project.AddDataset("penguins", Penguins.Replace("island", evil, StringComparison.Ordinal).Replace("Torgersen", "<img src=x onerror=alert(1)>").Replace("Adelie", "<script>&'</script>"));
        project.Compile(Model);
        Assert.Equal("", project.InferContracts() is { Succeeded: false } refused ? refused.Output : "");
        Assert.Equal("", project.Train() is { Succeeded: false } failed ? failed.Output : "");

        var text = Report(project);

        Assert.DoesNotContain("<script", text);
        Assert.DoesNotContain("<img", text);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", text);
        Assert.Contains("&lt;script&gt;&amp;&#39;&lt;/script&gt;", text);
    }

    [Fact]
    public void No_text_ends_an_attribute_or_turns_the_text_around_it() => Assert.Equal(
        "<!DOCTYPE html>\n<b title=\"&quot;&gt;&lt;script&gt;\">&lt;\ufffd&amp;&#39;</b>",
        new Markup().Leaf("b", "<\u202e&'", ("title", "\"><script>")).ToString());

    [Fact]
    public void Every_culture_and_folder_gives_the_same_bytes()
    {
        var texts = new HashSet<string>();
        foreach (string culture in Cultures.Names.Select(name => name.Data))
            Cultures.With(culture, () =>
            {
                using var project = RoadProject.Ready(Penguins, Model);
                Assert.True(project.Train().Succeeded);
                return texts.Add(Report(project) + File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.html")));
            });

        Assert.Single(texts);
    }

    [Fact]
    public void It_is_drawn_again_from_what_is_kept_without_the_data()
    {
        using var project = RoadProject.Ready(Penguins, Model);
        Assert.True(project.Train().Succeeded);
        var before = Figures(Report(project));
        File.Delete(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.report.html"));
        File.Delete(Path.Combine(project.Directory, "data", "penguins.csv"));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.NotEmpty(before);
        Assert.Equal(before, Figures(Report(project)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData(null)]
    public void What_is_kept_is_measured_again_where_it_is_damaged(string? content)
    {
        using var project = RoadProject.Ready(Penguins, Model);
        project.Train();
        var kept = Directory.EnumerateFiles(Path.Combine(project.Directory, "obj", "cache"), "figures.json", SearchOption.AllDirectories).Single();
        var (whole, before) = (File.ReadAllText(kept), Figures(Report(project)));
        File.WriteAllText(kept, content ?? whole.Replace("\"rows\": 81", "\"rows\": 82"));
        File.Delete(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.report.html"));

        Assert.Equal(0, project.Train().Trained);

        Assert.Equal(whole, File.ReadAllText(kept));
        Assert.Equal(before, Figures(Report(project)));
    }

    [Fact]
    public void A_missed_gate_is_in_it()
    {
        using var project = RoadProject.Ready(Penguins, RoadProject.Model("PenguinModel", "penguins", "species", RoadProject.AtLeast("MicroAccuracy", 1.5)));

        Assert.False(project.Train().Succeeded);

        Assert.Contains("MicroAccuracy ≥ 1.5 missed", Report(project));
        Assert.Contains("not published", Report(project));
        Assert.NotEmpty(Figures(Report(project)));
    }

    [Fact]
    public void Values_of_a_classification_are_not_listed()
    {
        using var project = RoadProject.Ready(Penguins, Model);
        project.Train();
        Assert.Contains("Torgersen", Report(project));
        project.Replace("data/penguins.schema.json", "\"name\": \"island\",", "\"name\": \"island\", \"classification\": \"personal\",");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("Torgersen", Report(project));
        Assert.Contains("island", Report(project));
    }

    [Fact]
    public void That_of_a_model_that_is_gone_goes()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model, RoadProject.Model("IslandModel", "penguins", "island"));
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Train().Succeeded);
        Assert.Equal(["IslandModel.report.html", "PenguinModel.report.html", "report.html"], Pages(project));

        project.Compile(Model);
        project.Train();

        Assert.Equal(["PenguinModel.report.html", "report.html"], Pages(project));
    }

    static IEnumerable<string?> Pages(RoadProject project) => Directory.GetFiles(Path.Combine(project.Directory, "obj", "kiln"), "*.html").Select(Path.GetFileName).Order(StringComparer.Ordinal);

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.report.html"));

    static string[] Figures(string text) => [.. Drawn().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Sheet();

    [GeneratedRegex("<figure>.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Drawn();
}
