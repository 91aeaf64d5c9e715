namespace Kiln.Contracts.Releases;

/// <summary>What changed of a model's inputs. Their order does not count: they are named.</summary>
static class InputChanges
{
    public static IEnumerable<VersionChange> Between(IReadOnlyList<ReleasedInput> released, IReadOnlyList<ReleasedInput> now)
    {
        var gone = released.Where(input => now.All(other => other.Name != input.Name)).ToList();
        var added = now.Where(input => released.All(other => other.Name != input.Name)).ToList();
        foreach (var input in gone.ToList())
            if (NewName(input, gone, added) is { } renamed)
            {
                gone.Remove(input);
                added.Remove(renamed);
                yield return Major($"input '{input.Name}' was renamed to '{renamed.Name}'");
                foreach (var change in Compare(input, renamed, renamed.Name))
                    yield return change;
            }
        foreach (var input in gone)
            yield return Major($"input '{input.Name}' was removed");
        foreach (var input in added)
            yield return input.Required
                ? Major($"input '{input.Name}' was added and is required")
                : new(VersionPart.Minor, $"optional input '{input.Name}' was added");
        foreach (var input in released)
            if (now.FirstOrDefault(other => other.Name == input.Name) is { } same)
            {
                if (input.Property != same.Property)
                    yield return Major($"input '{input.Name}' was renamed from {input.Property} to {same.Property} in C#");
                foreach (var change in Compare(input, same, input.Name))
                    yield return change;
            }
    }

    static IEnumerable<VersionChange> Compare(ReleasedInput old, ReleasedInput now, string name)
    {
        if (old.Type != now.Type)
            yield return Major($"input '{name}' changed from {old.Type} to {now.Type}");
        if (!old.Required && now.Required)
            yield return Major($"input '{name}' is required now");
        if (old.Required && !now.Required)
            yield return new(VersionPart.Minor, $"input '{name}' is optional now");
    }

    /// <summary>The same C# property under another header, or the only one that came where only one of that type went.</summary>
    static ReleasedInput? NewName(ReleasedInput input, List<ReleasedInput> gone, List<ReleasedInput> added) =>
        added.FirstOrDefault(other => other.Property == input.Property)
        ?? (gone.Count == 1 && added.Count == 1 && added[0].Type == input.Type ? added[0] : null);

    static VersionChange Major(string reason) => new(VersionPart.Major, reason);
}
