using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Versions;

public sealed class VersionTests
{
    static Task<string[]> Findings(string arguments) => StandIn.Project
        .Contract("data", Columns.Number("x"), Columns.Number("y"))
        .Source($"[Kiln.Model(\"data\", Label = \"y\"{arguments})] partial class M;")
        .Findings();

    [Fact]
    public async Task Flags_no_version() => Assert.Equal(
        ["KILN3002 at Kiln.Model(\"data\", Label = \"y\"): 'M' has no version, so nobody can tell which model an application runs; start with Version = \"1.0.0\""],
        await Findings(""));

    [Theory]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData("v1.0.0")]
    [InlineData("01.0.0")]
    public async Task Flags_what_is_not_SemVer(string version) => Assert.Equal(
        [$"KILN3002 at \"{version}\": '{version}' is not a SemVer 2.0 version, so versions would not order; write three numbers such as \"1.0.0\" or \"1.0.0-rc.1\""],
        await Findings($", Version = \"{version}\""));

    [Theory]
    [InlineData("0.1.0")]
    [InlineData("1.2.3-rc.1+build.007")]
    public async Task Leaves_a_version_alone(string version) => Assert.Empty(await Findings($", Version = \"{version}\""));
}
