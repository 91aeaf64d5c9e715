using System.Text;
using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests;

/// <summary>The modes of KilnAnalysisMode say what the descriptors make of them. Errors are in none: they are what a model cannot be built without.</summary>
public sealed class PresetTests
{
    static readonly string Directory = Path.Combine(Repository.Root, "src", "Kiln.Package", "config");

    [Theory]
    [InlineData("all", "warning")]
    [InlineData("none", "none")]
    public void A_mode_is_what_the_rules_say(string mode, string severity)
    {
        var config = Config(severity);
        var file = Path.Combine(Directory, $"{mode}.globalconfig");
        if (Environment.GetEnvironmentVariable("KILN_WRITE_PRESETS") == "1")
            File.WriteAllText(file, config);
        Assert.True(File.Exists(file) && config == File.ReadAllText(file).ReplaceLineEndings("\n"),
            $"{mode}.globalconfig is not what the rules say; run this test once with KILN_WRITE_PRESETS=1 to write it.");
        Assert.Contains($"dotnet_diagnostic.KILN6005.severity = {severity}\n", config);
        Assert.DoesNotContain("KILN0011", config);
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(
        ["all.globalconfig", "none.globalconfig"],
        System.IO.Directory.GetFiles(Directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    static string Config(string severity)
    {
        var config = new StringBuilder("# Written from the analyzers' descriptors; see docs/analyzers.md.\nis_global = true\nglobal_level = -1\n\n");
        var ids = Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Error)
            .Select(rule => rule.Id)
            .Distinct()
            .Order(StringComparer.Ordinal);
        foreach (var id in ids)
            config.Append($"dotnet_diagnostic.{id}.severity = {severity}\n");
        return config.ToString();
    }
}
