using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests.Releases;

/// <summary>What is said of a declared version, by what was released and what changed since.</summary>
public sealed class VersionVerdictTests
{
    [Theory]
    // released, change since, declared, what is wrong (empty: nothing), always wrong
    [InlineData("", "definition", "1.0.0", "", false)]
    [InlineData("1.2.3", "none", "1.2.3", "", false)]
    [InlineData("1.2.3", "none", "1.3.0", "", false)]
    [InlineData("1.2.3", "none", "1.2.2", "version 1.2.2 is lower than 1.2.3, which is released", true)]
    [InlineData("1.2.3", "data", "1.2.3", "version 1.2.3 was already released with different content; a patch version is due since 1.2.3 because the data changed; it needs 1.2.4 or higher before it can be released", false)]
    [InlineData("1.2.3", "data", "1.2.4", "", false)]
    [InlineData("1.2.3", "definition", "1.2.3", "version 1.2.3 was already released with different content; a minor version is due since 1.2.3 because the definition changed; it needs 1.3.0 or higher before it can be released", false)]
    [InlineData("1.2.3", "definition", "1.2.4", "version 1.2.4 is too low; a minor version is due since 1.2.3 because the definition changed; use 1.3.0 or higher", false)]
    [InlineData("1.2.3", "definition", "1.3.0", "", false)]
    [InlineData("1.2.3", "definition", "1.3.0-rc.1", "", false)]
    [InlineData("1.2.3", "input", "1.3.0", "version 1.3.0 is too low; a major version is due since 1.2.3 because input 'x' was removed; use 2.0.0 or higher", false)]
    [InlineData("1.2.3", "input", "2.0.0-beta", "", false)]
    [InlineData("1.2.3", "input", "2.0.0", "", false)]
    [InlineData("1.2.3", "definition", "1.2.2", "version 1.2.2 is lower than 1.2.3, which is released; a minor version is due since 1.2.3 because the definition changed; use 1.3.0 or higher", true)]
    [InlineData("2.0.0,1.9.0", "none", "1.9.0", "version 1.9.0 is lower than 2.0.0, which is released", true)]
    [InlineData("1.10.0,1.9.0", "definition", "1.10.1", "version 1.10.1 is too low; a minor version is due since 1.10.0 because the definition changed; use 1.11.0 or higher", false)]
    [InlineData("0.3.1", "input", "0.3.2", "version 0.3.2 is too low; a major version is due since 0.3.1 because input 'x' was removed; use 0.4.0 or higher", false)]
    [InlineData("0.3.1", "input", "0.4.0", "", false)]
    [InlineData("0.3.1", "definition", "0.3.2", "", false)]
    [InlineData("2.0.0-rc.1", "input", "2.0.0-rc.2", "", false)]
    [InlineData("2.0.0-rc.1", "input", "2.0.0", "", false)]
    [InlineData("1.0.0,1.0.1-rc.1", "input", "1.0.1-rc.2", "version 1.0.1-rc.2 is too low; a major version is due since 1.0.0 because input 'x' was removed; use 2.0.0 or higher", false)]
    [InlineData("1.2.3", "data", "1.2.3+build", "version 1.2.3+build was already released with different content; a patch version is due since 1.2.3 because the data changed; it needs 1.2.4 or higher before it can be released", false)]
    public void A_declared_version_is_held_against_the_releases(string released, string change, string declared, string problem, bool always)
    {
        var verdict = VersionVerdict.Decide(declared, Content(change), [.. released.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Release)]);
        Assert.Equal((problem, always), (verdict.Problem ?? "", verdict.AlwaysWrong));
    }

    [Fact]
    public void What_is_not_known_is_not_compared()
    {
        var now = new ReleaseContent { Definition = "d", Contract = "c", Task = default, Label = "y", Classes = [], Inputs = [X], Outputs = [] };
        Assert.Equal(VersionPart.None, VersionDue.Between(Content("none"), now).Part);
        Assert.Empty(VersionDue.Between(Content("none"), now).Reasons);
    }

    static ReleasedInput X => new("x", "X", "float", true);

    static Release Release(string version) => new() { Version = version, Content = Content("none"), Metrics = [], Predictions = [] };

    static ReleaseContent Content(string change) => new()
    {
        Definition = change == "definition" ? "d2" : "d", Contract = "c", Data = change == "data" ? "h2" : "h", Artifact = "a", Task = default, Label = "y", Classes = [],
        Inputs = change == "input" ? [] : [X], Outputs = [],
    };
}
