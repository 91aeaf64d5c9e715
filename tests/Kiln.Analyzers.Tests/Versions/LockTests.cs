using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Versions;

public sealed class LockTests
{
    static async Task<string[]> Findings(string text, string arguments = ", Version = \"1.2.0\"", string path = ReleasedModel.LockPath) =>
        [.. (await StandIn.Project.Contract("data", Columns.Number("a"), Columns.Number("b"), Columns.Number("y")).File(path, text)
            .Source(ReleasedModel.Source(arguments)).Findings()).Where(finding => finding.StartsWith("KILN30", StringComparison.Ordinal))];

    static string Text => LockJson.Write(ReleasedModel.Lock());

    [Fact]
    public async Task A_lock_of_a_later_version_is_not_to_be_restored() => Assert.Equal(
        ["KILN3001 at /project/M.lock.json(2,13): the lock of 'M' was written by a newer Kiln: this lock has format 2; "
            + "this version of Kiln reads format 1; update the package Kiln to the version that wrote it, or a later one"],
        await Findings(Text.Replace("\"format\": 1", "\"format\": 2")));

    [Theory]
    [InlineData("", 1, 1, "the file ends where a value is expected")]
    [InlineData("{\n  \"format\": 1,\n}", 3, 1, "a \"name\" is expected, not '}'")]
    public async Task A_lock_that_cannot_be_read_is_told_in_the_lock(string text, int line, int column, string why) => Assert.Equal(
        [$"KILN3001 at /project/M.lock.json({line},{column}): the lock of 'M' cannot be read: {why}; restore it from version control (what it says of released versions exists nowhere else)"],
        await Findings(text));

    [Fact]
    public async Task A_release_that_was_edited_is_told() => Assert.StartsWith(
        "KILN3001 at /project/M.lock.json(", Assert.Single(await Findings(Text.Replace("\"data\": \"h\"", "\"data\": \"i\""))));

    [Fact]
    public async Task A_file_of_another_tool_is_none_of_ours() => Assert.Empty(await Findings("{}", path: "/project/packages.lock.json"));

    [Theory]
    [InlineData("/project/Old.lock.json", "Old")]
    [InlineData("/project/Before/M.lock.json", "M")]
    public async Task A_lock_with_releases_that_was_left_behind_is_told(string path, string model) => Assert.Equal(
        [$"KILN3011 at {path}(1,1): no model '{model}' is declared beside this lock, so the versions it released bind nothing; move or rename it along with the class, or delete it"],
        await Findings(Text, path: path));

    [Fact]
    public async Task A_lock_without_releases_may_be_left_behind() => Assert.Empty(
        await Findings(Text[..Text.IndexOf(",\n  \"released\"", StringComparison.Ordinal)] + "\n}\n", path: "/project/Old.lock.json"));

    [Fact]
    public async Task Merge_conflicts_are_the_next_builds_to_repair()
    {
        var text = Text.Replace("  \"version\": \"1.2.0\",\n  \"fingerprints\"", "<<<<<<< a\n  \"version\": \"1.2.0\",\n=======\n  \"version\": \"1.2.1\",\n>>>>>>> b\n  \"fingerprints\"");

        Assert.NotEqual(Text, text);
        Assert.Empty(await Findings(text));
        Assert.StartsWith("KILN3006", (await Findings(text, ", Version = \"1.0.0\""))[0]);
    }

    /// <summary>The compiler tells it before the build could.</summary>
    [Fact]
    public async Task A_version_that_both_sides_of_a_merge_released_is_told_with_the_commands_that_settle_it()
    {
        var theirs = ReleasedModel.Lock(new Gate("RSquared", AtLeast: 0.5));

        Assert.StartsWith("KILN3001 at /project/M.lock.json(1,1): the lock of 'M' says two things of one version: version 1.2.0 was released on both sides of this merge with different content, "
            + "and one of them can keep it: take this branch's lock (git checkout HEAD -- M.lock.json) or the other's (git checkout MERGE_HEAD -- M.lock.json; ",
            Assert.Single(await Findings($"<<<<<<< HEAD\n{Text}=======\n{LockJson.Write(theirs)}>>>>>>> data\n")));
    }

    [Theory]
    [InlineData(", Version = \"1.3.0\", Seed = 2", "definition")]
    public async Task A_lock_of_another_definition_is_stale(string arguments, string what) => Assert.Equal(
        [$"KILN3010 at Model(\"data\", Label = \"y\"{arguments}): the lock of 'M' does not match this {what}, so the existing model is not this one; build, and commit the lock together with this change"],
        await Findings(Text, arguments));

    [Fact]
    public async Task A_lock_of_another_contract_is_stale() => Assert.Contains(
        "does not match this contract,",
        Assert.Single(await StandIn.Project.Contract("data", Columns.Number("a"), Columns.Number("b", nullable: true), Columns.Number("y")).File(ReleasedModel.LockPath, Text)
            .Source(ReleasedModel.Source(", Version = \"1.3.0\"")).Findings(), finding => finding.StartsWith("KILN3010", StringComparison.Ordinal)));

    [Fact]
    public async Task A_version_alone_makes_no_lock_stale() => Assert.Empty(await Findings(Text, ", Version = \"1.3.0\""));
}
