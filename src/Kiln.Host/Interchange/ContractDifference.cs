using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>What differs between two contracts, column by column.</summary>
static class ContractDifference
{
    const int ShownLength = 80;

    public static IEnumerable<Difference> Find(JsonValue before, JsonValue after)
    {
        foreach (var difference in Members(before, after, "").Where(difference => difference.Fact != "columns"))
            yield return difference;
        var (old, now) = (Columns(before), Columns(after));
        foreach (var (name, column) in old.Where(pair => !now.ContainsKey(pair.Key)))
            yield return new(Quoted(name), column.Required("type").Text, null);
        foreach (var (name, column) in now)
            foreach (var difference in old.TryGetValue(name, out var known) ? Members(known, column, Quoted(name) + ".") : [new(Quoted(name), null, column.Required("type").Text)])
                yield return difference;
        if (!old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey)))
            yield return new("order of columns", string.Join(", ", old.Keys), string.Join(", ", now.Keys));
    }

    static IEnumerable<Difference> Members(JsonValue before, JsonValue after, string path) =>
        before.Members.Concat(after.Members).Select(member => member.Key).Distinct()
            .Where(name => !Json.AreSame(before.Optional(name), after.Optional(name)))
            .Select(name => new Difference(path + name, Shown(before.Optional(name)), Shown(after.Optional(name))));

    static Dictionary<string, JsonValue> Columns(JsonValue contract) => contract.Required("columns").AsArray().ToDictionary(column => column.Required("name").Text);

    static string Quoted(string name) => $"'{name}'";

    static string? Shown(JsonValue? value) => value?.Show() is { } text ? Shortened.Text(text, ShownLength) : null;
}
