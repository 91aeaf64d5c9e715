namespace Kiln.Contracts.Releases;

/// <summary>What the changes since a release make due.</summary>
/// <param name="Part">The highest of the changes' parts.</param>
/// <param name="Reasons">Why that part, and no lower one, is due.</param>
public sealed record VersionDue(VersionPart Part, IReadOnlyList<string> Reasons)
{
    /// <summary>The part due and the reasons, comparing what both contents know.</summary>
    public static VersionDue Between(ReleaseContent released, ReleaseContent now)
    {
        var changes = VersionChanges.Between(released, now).ToList();
        var part = changes.Count == 0 ? VersionPart.None : changes.Max(change => change.Part);
        return new(part, [.. changes.Where(change => change.Part == part).Select(change => change.Reason)]);
    }

    /// <summary>The lowest version that will do after that release; the release itself when nothing is due.</summary>
    /// <remarks>
    /// Below 1.0.0 anything may change (SemVer 2.0, section 4): there the second number stands for the first, the third for the second.
    /// </remarks>
    public SemanticVersion Lowest(SemanticVersion released) => Part switch
    {
        VersionPart.None => released,
        // 2.0.0 follows 2.0.0-rc.1 whatever changed.
        _ when released.IsPreRelease => released.Core,
        VersionPart.Major => released.Next(released.IsInitial ? 1 : 0),
        VersionPart.Minor => released.Next(released.IsInitial ? 2 : 1),
        _ => released.Next(2),
    };
}
