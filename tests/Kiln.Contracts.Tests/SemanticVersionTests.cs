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

    /// <summary>The order of semver.org, section 11.</summary>
    [Fact]
    public void Versions_have_an_order()
    {
        string[] ordered =
        [
            "0.9.10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.9.0", "1.10.0",
            "1.11.0", "2.0.0", "2.1.0", "2.1.1", "99999999999999999999999.0.0",
        ];
        var versions = ordered.Select(text => SemanticVersion.Parse(text)!).ToList();
        for (var i = 0; i < versions.Count; i++)
            for (var j = 0; j < versions.Count; j++)
                Assert.Equal(i.CompareTo(j), Math.Sign(versions[i].CompareTo(versions[j])));
        Assert.Equal(0, SemanticVersion.Parse("1.0.0+a")!.CompareTo(SemanticVersion.Parse("1.0.0+b")));
        Assert.Equal(ordered, versions.Select(version => version.ToString()));
    }
}
