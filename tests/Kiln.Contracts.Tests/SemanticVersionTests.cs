namespace Kiln.Contracts.Tests;

/// <summary>The examples of semver.org's own test list.</summary>
public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("0.0.4")]
    [InlineData("1.2.3")]
    [InlineData("1.1.2-prerelease+meta")]
    [InlineData("1.1.2+meta-valid")]
    [InlineData("1.0.0-alpha.beta.1")]
    [InlineData("1.0.0-alpha0.valid")]
    [InlineData("1.0.0-rc.1+build.1-aef.1")]
    [InlineData("1.2.3----RC-SNAPSHOT.12.9.1--.12+788")]
    [InlineData("1.0.0+0.build.1-rc.10000aaa-kk-0.1")]
    [InlineData("99999999999999999999999.999999999999999999.99999999999999999")]
    [InlineData("1.0.0-0A.is.legal")]
    [InlineData("2.0.0+build.01")]
    public void Versions(string version) => Assert.True(SemanticVersion.IsValid(version));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.3-0123")]
    [InlineData("1.2.3-0123.0123")]
    [InlineData("1.1.2+.123")]
    [InlineData("1.0.0-alpha_beta")]
    [InlineData("1.0.0-alpha..1")]
    [InlineData("01.1.1")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3+a+b")]
    [InlineData("-1.0.3-gamma+b7718")]
    [InlineData("1.2.3 ")]
    [InlineData("١.٢.٣")]
    public void Not_versions(string version) => Assert.False(SemanticVersion.IsValid(version));
}
