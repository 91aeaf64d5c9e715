using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;

namespace Kiln.Host.Runs;

/// <summary>What of a run is not as it is today, member by member.</summary>
static class RunDifferences
{
    const int Longest = 80;

    /// <summary>Of the definition: the run's → today's.</summary>
    public static IEnumerable<string> OfDefinitions(JsonValue run, JsonValue today)
    {
        string[] names = [.. run.Members.Concat(today.Members).Select(member => member.Key).Distinct().Where(name => name is not ("name" or "type"))];
        foreach (var name in names)
        {
            var (was, now) = (run.Optional(name), today.Optional(name));
            if (Text(was) == Text(now))
                continue;
            if (name == "pipeline")
                yield return was is null ? "pipeline: the default one → its own" : now is null ? "pipeline: its own → the default one" : "pipeline: other code";
            else if ((was ?? now)!.Kind == JsonKind.Array)
                yield return $"{name}: {string.Join(", ", Items(was, now))}";
            else
                yield return $"{name}: {Short(was)} → {Short(now)}";
        }
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
