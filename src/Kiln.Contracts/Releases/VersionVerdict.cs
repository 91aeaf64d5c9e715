namespace Kiln.Contracts.Releases;

/// <summary>What is to be said of a declared version.</summary>
/// <param name="Due">What is due since the last release; null where nothing was released.</param>
/// <param name="Last">The last release: the highest version.</param>
/// <param name="Lowest">The lowest version that will do.</param>
/// <param name="Problem">What is wrong with the version, or null.</param>
/// <param name="AlwaysWrong">The version can never be right: it is lower than a released one.</param>
public sealed record VersionVerdict(VersionDue? Due, Release? Last, SemanticVersion? Lowest, string? Problem, bool AlwaysWrong)
{
    /// <summary>Holds a declared version against what was released. Pure; says nothing of a version that is not SemVer.</summary>
    public static VersionVerdict Decide(string declared, ReleaseContent now, IReadOnlyList<Release> released)
    {
        var ordered = released
            .Select(release => (Release: release, Version: SemanticVersion.Parse(release.Version)!))
            .OrderBy(release => release.Version).ToList();
        if (ordered.Count == 0 || SemanticVersion.Parse(declared) is not { } version)
            return new(null, null, null, null, false);
        var last = ordered[ordered.Count - 1];
        var (due, since) = (VersionDue.Between(last.Release.Content, now), last.Release);
        var least = due.Lowest(last.Version);
        // Pre-releases may change in any way, but what they lead to is held against the last version that was none.
        if (last.Version.IsPreRelease && ordered.FindLast(release => !release.Version.IsPreRelease) is { Release: { } stable } before
            && VersionDue.Between(stable.Content, now) is var sinceStable && sinceStable.Lowest(before.Version) is var leastSinceStable
            && leastSinceStable.CompareTo(least.Core) > 0)
            (due, since, least) = (sinceStable, stable, leastSinceStable);
        var because = $"a {due.Part.ToString().ToLowerInvariant()} version is due since {since.Version} because {string.Join(" and ", due.Reasons)}";
        var order = version.CompareTo(last.Version);
        var next = $"use {least} or higher";
        if (order < 0)
            return new(due, last.Release, least,
                $"version {declared} is lower than {last.Release.Version}, which is released"
                    + (due.Part == VersionPart.None ? "" : $"; {because}; {next}"),
                true);
        if (due.Part == VersionPart.None)
            return new(due, last.Release, least, null, false);
        if (order == 0)
            return new(due, last.Release, least,
                $"version {declared} was already released with different content; {because}; it needs {least} or higher before it can be released", false);
        return version.Core.CompareTo(least.Core) < 0
            ? new(due, last.Release, least, $"version {declared} is too low; {because}; {next}", false)
            : new(due, last.Release, least, null, false);
    }
}
