using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiln.Build.Tests;

/// <summary>One command that trains, raises the version in the source and releases.</summary>
public sealed class BumpTests(Packages packages)
{
    [Fact]
    public void The_version_that_is_due_is_written_into_the_source_and_released()
    {
        var app = Penguins.App(packages);
        Write(app, Penguins.Model);
        app.Build("-t:KilnRelease", "-p:KilnBump=true").Succeeds();
        Assert.Equal(["1.0.0"], Released(app));
        Write(app, Penguins.Model.Replace("\"1.0.0\"", "\"1.0.0\", Seed = 2"));

        var release = app.Build("-t:KilnRelease", "-p:KilnBump=true", "-p:TreatWarningsAsErrors=true").Succeeds();

        Assert.Contains("Version of 'SpeciesModel': 1.0.0 → 1.1.0 in SpeciesModel.cs", release.Output);
        Assert.Single(Regex.Matches(release.Output, "Kiln -> .*: trained, because"));
        Assert.Equal(["1.0.0", "1.1.0"], Released(app));
        Assert.Equal(Bytes(Penguins.Model.Replace("\"1.0.0\"", "\"1.1.0\", Seed = 2")), File.ReadAllBytes(app["SpeciesModel.cs"]));

        var again = app.Build("-t:KilnRelease", "-p:KilnBump=true").Succeeds();
        Assert.Contains("SpeciesModel 1.1.0 was already released with the same content", again.Output);
        Assert.DoesNotContain("Version of", again.Output);
        app.Build("-p:KilnLocked=true").Succeeds();
    }

    [Fact]
    public void A_version_that_is_no_literal_is_left_to_people()
    {
        var app = Penguins.App(packages);
        Write(app, Penguins.Model.Replace("\"1.0.0\"", "V.Current") + "\nstatic class V { public const string Current = \"1.0.0\"; }\n");
        app.Build("-t:KilnRelease").Succeeds();
        app.Edit("data/penguins.csv", text => text + "Adelie,Torgersen,39.1,18.7,181,3750,male,2007\n");

        var release = app.Build("-t:KilnRelease", "-p:KilnBump=true").Fails();

        Assert.Contains("SpeciesModel.cs(3,2): error KILN3017: a build cannot change Version of 'SpeciesModel': 1.0.0 → 1.0.1, because it is no plain string literal in [Model]; "
            + "write \"1.0.1\" where it is declared", release.Output);
        Assert.Equal(["1.0.0"], Released(app));
    }

    /// <summary>As an editor on Windows does.</summary>
    static byte[] Bytes(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))];

    static void Write(ConsumerProject app, string text) => File.WriteAllBytes(app["SpeciesModel.cs"], Bytes(text));

    static IEnumerable<string?> Released(ConsumerProject app)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(app["SpeciesModel.lock.json"]));
        return [.. locked.RootElement.GetProperty("released").EnumerateArray().Select(release => release.GetProperty("version").GetString())];
    }
}
