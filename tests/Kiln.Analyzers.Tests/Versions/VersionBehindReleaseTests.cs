using Kiln.Contracts.Locks;
using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Versions;

public sealed class VersionBehindReleaseTests
{
    const string TooLow = "version 1.2.1 is too low; a {0} version is due since 1.2.0 because {1}; use {2} or higher; change Version of 'M'";

    static async Task<string[]> Findings(TestProject project) => [.. (await project.Findings())
        .Where(finding => finding.StartsWith("KILN3005", StringComparison.Ordinal) || finding.StartsWith("KILN3006", StringComparison.Ordinal))];

    [Theory]
    [InlineData("Seed = 2", "minor", "the definition changed", "1.3.0")]
    [InlineData("Ignore = [\"a\"]", "major", "input 'a' was removed", "2.0.0")]
    public async Task Flags_a_version_that_is_too_low(string change, string part, string reason, string least) => Assert.Equal(
        ["KILN3005 at \"1.2.1\": " + string.Format(TooLow, part, reason, least)],
        await Findings(ReleasedModel.Declared($", Version = \"1.2.1\", {change}")));

    [Theory]
    [InlineData("KILN3005", DiagnosticSeverity.Warning, ", Version = \"1.2.0\", Seed = 2",
        "version 1.2.0 was already released with different content; a minor version is due since 1.2.0 because the definition changed; it needs 1.3.0 or higher before it can be released")]
    [InlineData("KILN3006", DiagnosticSeverity.Error, ", Version = \"1.1.9\"", "version 1.1.9 is lower than 1.2.0, which is released")]
    public async Task Warns_of_an_experiment_under_a_released_version_and_refuses_a_lower_one(string id, DiagnosticSeverity severity, string arguments, string problem)
    {
        var finding = Assert.Single(await ReleasedModel.Declared(arguments).Diagnostics(), finding => finding.Id.StartsWith("KILN300", StringComparison.Ordinal));

        Assert.Equal((id, severity, $"{problem}; change Version of 'M'"), (finding.Id, finding.DefaultSeverity, finding.GetMessage()));
    }

    [Theory]
    [InlineData(", Version = \"1.2.0\"")]
    [InlineData(", Version = \"1.3.0\", Seed = 2")]
    [InlineData(", Version = \"2.0.0-rc.1\", Ignore = [\"a\"]")]
    [InlineData(", Version = \"one\", Seed = 2")]
    [InlineData(", Seed = 2")]
    public async Task Leaves_alone_what_goes_with_the_release(string arguments) => Assert.Empty(await Findings(ReleasedModel.Declared(arguments)));

    [Theory]
    [InlineData("/project/Other.lock.json")]
    [InlineData("/project/other/M.lock.json")]
    public async Task A_lock_elsewhere_is_not_this_models(string path) => Assert.Empty(await Findings(
        StandIn.Project.Contract("data", Columns.Number("a"), Columns.Number("y"))
            .File(path, LockJson.Write(ReleasedModel.Lock())).Source(ReleasedModel.Source(", Version = \"0.1.0\""))));

    [Theory]
    [InlineData(", Version = \"1.2.1\", Seed = 2", "KILN3005", "1.3.0")]
    [InlineData(", Version = \"1.2.0\", Ignore = [\"b\"]", "KILN3005", "2.0.0")]
    [InlineData(", Version = \"1.1.9\"", "KILN3006", "1.2.0")]
    public async Task The_fix_declares_the_lowest_version_that_will_do(string arguments, string id, string least)
    {
        var project = ReleasedModel.Declared(arguments);

        Assert.Equal([$"Change Version to {least}"], await project.Offered(id));
        Assert.Contains($"Version = \"{least}\"", await project.Fixed(id));
    }

    [Fact]
    public async Task Other_data_that_a_build_has_trained_on_is_no_warning_but_has_the_fix()
    {
        var released = ReleasedModel.Declared(", Version = \"1.2.0\"");
        var project = (released with { Files = released.Files.RemoveAll(file => file.Path == ReleasedModel.LockPath) })
            .File(ReleasedModel.LockPath, LockJson.Write(ReleasedModel.Lock() with { DataHash = "other" }));
        var finding = Assert.Single(await project.Diagnostics(), finding => finding.Id == "KILN3005");

        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Contains("a patch version is due since 1.2.0 because the data changed", finding.GetMessage());
        Assert.Contains("Version = \"1.2.1\"", await project.Fixed("KILN3005"));
    }

    [Fact]
    public async Task A_version_that_is_a_constant_is_left_to_people() => Assert.Empty(
        await ReleasedModel.Declared(", Version = V.Number, Seed = 2", "").Source("static class V { internal const string Number = \"1.2.1\"; }", "/project/V.cs").Offered("KILN3005"));
}
