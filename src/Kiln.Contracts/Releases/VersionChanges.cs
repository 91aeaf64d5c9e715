using Kiln.Contracts.Models;

namespace Kiln.Contracts.Releases;

/// <summary>Every change from one content to another, as users of the model see it, and which part of the version it raises: major, minor or patch.</summary>
static class VersionChanges
{
    public static IEnumerable<VersionChange> Between(ReleaseContent released, ReleaseContent now) =>
        InputChanges.Between(released.Inputs, now.Inputs)
            .Concat(OutputChanges(released, now))
            .Concat(InsideChanges(released, now));

    static IEnumerable<VersionChange> OutputChanges(ReleaseContent released, ReleaseContent now)
    {
        if (released.Task != now.Task)
            yield return Major($"the task changed from {released.Task} to {now.Task}");
        if (released.Label != now.Label)
            yield return Major($"the label changed from '{released.Label}' to '{now.Label}'");
        if (released.Task != now.Task || released.Label != now.Label)
            yield break; // Classes and types follow from these.
        foreach (var gone in released.Classes.Except(now.Classes))
            yield return Major($"{Class(gone, now)} was removed");
        foreach (var added in now.Classes.Except(released.Classes))
            yield return Major($"{Class(added, now)} was added");
        if (released.Classes.Count == now.Classes.Count
            && released.Classes.All(now.Classes.Contains)
            && !released.Classes.SequenceEqual(now.Classes))
            yield return Major(now.Task == TaskKind.BinaryClassification
                ? $"the positive class of '{now.Label}' changed from '{released.Classes[released.Classes.Count - 1]}' to '{now.Classes[now.Classes.Count - 1]}'"
                : $"the classes of '{now.Label}' are in another order");
        foreach (var output in released.Outputs)
            if (now.Outputs.FirstOrDefault(other => other.Name == output.Name) is not { } same)
                yield return Major($"output '{output.Name}' was removed");
            else if (same.Type != output.Type)
                yield return Major($"output '{output.Name}' changed from {output.Type} to {same.Type}");
    }

    static string Class(string name, ReleaseContent of) => of.Task == TaskKind.Clustering ? $"cluster {name}" : $"class '{name}' of '{of.Label}'";

    /// <summary>What no caller's code sees.</summary>
    static IEnumerable<VersionChange> InsideChanges(ReleaseContent released, ReleaseContent now)
    {
        if (released.Definition != now.Definition)
            yield return new(VersionPart.Minor, "the definition changed");
        if (released.Contract != now.Contract)
            yield return new(VersionPart.Minor, "the contract changed");
        if (released.References is not null && now.References is not null && released.References != now.References)
            yield return new(VersionPart.Minor, "what its pipeline uses from other projects changed");
        if (released.Data is not null && now.Data is not null && released.Data != now.Data)
            yield return new(VersionPart.Patch, "the data changed");
        else if (released.Artifact is not null && now.Artifact is not null && released.Artifact != now.Artifact)
            yield return new(VersionPart.Patch, "the trained model changed");
        else if (released.Threshold is { } before && now.Threshold is { } threshold && before != threshold)
            yield return new(VersionPart.Patch, FormattableString.Invariant($"the threshold changed from {before} to {threshold}"));
    }

    static VersionChange Major(string reason) => new(VersionPart.Major, reason);
}
