using System.Collections.Concurrent;
using Kiln.Contracts.Tests;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>What changes a pipeline's fingerprint and what does not, however the code is laid out and wherever it stands.</summary>
public sealed class PipelineFingerprintTests
{
    static readonly string Original = PipelineProject.Original.AsWritten().Fingerprint;

    /// <summary>Two changes are never taken for one.</summary>
    static readonly ConcurrentDictionary<string, string> Seen = [];

    public static TheoryData<string> Same => [.. SameEdits.All.Keys];

    public static TheoryData<string> Other => [.. OtherEdits.All.Keys];

    [Fact]
    public void Layout_and_place_change_nothing()
    {
        var (one, other) = (PipelineProject.Original.AsWritten(), PipelineProject.Original.LaidOutOtherwise());
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(["Shared|P:Shared.Sharing.Weight"], one.Uses);
        Assert.Equal(one.Uses, other.Uses);
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Stays(string edit)
    {
        var edited = SameEdits.All[edit](PipelineProject.Original);
        Assert.NotEqual(PipelineProject.Original, edited);
        Assert.Equal((Original, Original), (edited.AsWritten().Fingerprint, edited.LaidOutOtherwise().Fingerprint));
    }

    [Theory]
    [MemberData(nameof(Other))]
    public void Changes(string edit)
    {
        var edited = OtherEdits.All[edit](PipelineProject.Original);
        var (one, other) = (edited.AsWritten(), edited.LaidOutOtherwise());
        Assert.NotEqual(Original, one.Fingerprint);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(edit, Seen.GetOrAdd(one.Fingerprint, edit));
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Is_the_same_in_every_culture(string culture) =>
        Assert.Equal(Original, Cultures.With(culture, () => PipelineProject.Original.AsWritten().Fingerprint));
}
