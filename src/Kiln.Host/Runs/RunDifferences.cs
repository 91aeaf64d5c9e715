using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;

namespace Kiln.Host.Runs;

/// <summary>What of a run is not as it is today, member by member.</summary>
static class RunDifferences
{
    const int Longest = 80;

    /// <summary>Of the definition: the run's → today's. What one says and the other leaves to the contract or to a default is a difference only where it comes to another.</summary>
    public static IEnumerable<string> OfDefinitions(KeptRun kept, JsonValue today, MeasuredBy measured)
    {
        var run = kept.Definition;
        string[] names = [.. run.Members.Concat(today.Members).Select(member => member.Key).Distinct().Where(name => name is not ("name" or "type"))];
        foreach (var name in names)
        {
            var (was, now) = (run.Optional(name), today.Optional(name));
            if (Text(was) == Text(now) || (Text(was).Length == 0 || Text(now).Length == 0) && MeasuredBy.Names.Contains(name) && kept.Measured[name] == measured[name])
                continue;
            if (name == "pipeline")
                yield return was is null ? "pipeline: the default one → its own" : now is null ? "pipeline: its own → the default one" : "pipeline: other code";
            else if ((was ?? now)!.Kind == JsonKind.Array)
                yield return $"{name}: {string.Join(", ", Items(was, now))}";
            else
                yield return $"{name}: {Short(was)} → {Short(now)}";
        }
        foreach (var name in MeasuredBy.Names.Where(name => kept.Measured[name] != measured[name] && Text(run.Optional(name)) == Text(today.Optional(name))))
            yield return $"{name} (of the contract, or by default): {kept.Measured[name] ?? "none"} → {measured[name] ?? "none"}";
    }

    /// <summary>Of what it was trained from and with.</summary>
    public static IEnumerable<string> OfLocks(KeptRun run, ModelLock today)
    {
        foreach (var difference in LockComparison.Compare(run.Lock, today))
            if (difference.Fact is "contract" or "data" or "tool" || difference.Fact.StartsWith("references.", StringComparison.Ordinal))
                yield return $"{difference}";
            else if (difference.Fact == "tuning")
                yield return $"settings: {run.Settings ?? "the default ones"} → {(difference.New is null ? "the default ones" : "others")}";
    }

    static IEnumerable<string> Items(JsonValue? was, JsonValue? now)
    {
        var (old, current) = (Texts(was), Texts(now));
        string[] all = [.. old.Except(current).Select(item => $"{item} → none"), .. current.Except(old).Select(item => $"none → {item}")];
        return all.Length > 0 ? all : ["another order"];
    }

    static IReadOnlyList<string> Texts(JsonValue? array) => [.. (array?.Items ?? []).Select(item => Shortened.Text(Text(item), Longest))];

    static string Short(JsonValue? value) => value is null ? "none" : Shortened.Text(Text(value), Longest);

    static string Text(JsonValue? value) => value?.Kind switch
    {
        null or JsonKind.Null => "",
        JsonKind.Object => string.Join(" ", value.Members.Where(member => member.Value.Kind != JsonKind.Null).Select(member => $"{member.Key} {Text(member.Value)}")),
        JsonKind.Array => string.Join(", ", value.Items.Select(Text)),
        _ => value.Text,
    };
}
