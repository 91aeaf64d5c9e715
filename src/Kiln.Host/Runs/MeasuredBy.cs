using System.Globalization;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Runs;

/// <summary>
/// By what a model is measured, as the contract and the defaults resolve what its definition says and leaves out: which rows are held out and what
/// is measured on them. Of two that differ in it, the better metric need not be the better model's.
/// </summary>
/// <param name="Facts">By name, those alone that there are.</param>
sealed record MeasuredBy(IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>In the order in which they are told; each is called as in a definition.</summary>
    public static IReadOnlyList<string> Names { get; } = ["task", "label", "positive", "clusters", "split", "group", "time", "weight", "interval", "anomalyShare"];

    public string? this[string name] => Facts.GetValueOrDefault(name);

    public static MeasuredBy Of(ModelShape shape) => new(Present(
    [
        ("task", shape.Task.ToString()), ("label", shape.LabelColumn?.Name), ("positive", Positive(shape.Task, shape.Classes)), ("clusters", Clusters(shape.Task, shape.Classes)),
        ("split", shape.Split.ToString()), Column(shape.Split, shape.SplitColumn?.Name), ("weight", shape.Weight?.Name),
        ("interval", Text(shape.Interval)), ("anomalyShare", Text(shape.AnomalyShare)),
    ]));

    /// <summary>What a release has recorded of it, which is not all.</summary>
    static MeasuredBy Of(Release release) => new(Present(
    [
        ("task", release.Content.Task.ToString()), ("label", release.Content.Label.Length > 0 ? release.Content.Label : null),
        ("positive", Positive(release.Content.Task, release.Content.Classes)), ("clusters", Clusters(release.Content.Task, release.Content.Classes)),
        ("split", release.Baseline?.Split?.Kind.ToString()), release.Baseline?.Split is { } split ? Column(split.Kind, split.Column) : ("group", null),
    ]));

    /// <returns>What differs; null where nothing does.</returns>
    public string? Difference(MeasuredBy other) => Names.FirstOrDefault(name => this[name] != other[name]) is { } differing ? $"another {differing}" : null;

    /// <summary>What keeps a release of another definition or contract from standing beside these.</summary>
    public string? Difference(Release release)
    {
        var recorded = Of(release);
        var differing = Names.FirstOrDefault(name => recorded[name] is { } then && this[name] != then)
            // What a release has no place for may have been another, or none.
            ?? Names.FirstOrDefault(name => recorded[name] is null && this[name] is not null);
        return differing is null ? null : recorded[differing] is null ? $"it does not record by which {differing} it was measured" : $"another {differing}";
    }

    public void Write(JsonWriter json)
    {
        json.Object();
        foreach (var name in Names.Where(Facts.ContainsKey))
            json.Name(name).Value(Facts[name]);
        json.End();
    }

    /// <exception cref="JsonFormatException">It is not what was written.</exception>
    public static MeasuredBy Read(JsonValue value) => new(value.AsObject().ToDictionary(fact => fact.Key, fact => fact.Value.AsString()));

    static Dictionary<string, string> Present(IEnumerable<(string Name, string? Value)> facts) => facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!);

    static (string Name, string? Value) Column(SplitKind split, string? column) => (split == SplitKind.Time ? "time" : "group", column);

    static string? Positive(TaskKind task, IReadOnlyList<string> classes) => task is TaskKind.BinaryClassification or TaskKind.AnomalyDetection && classes.Count == 2 ? classes[1] : null;

    static string? Clusters(TaskKind task, IReadOnlyList<string> classes) => task == TaskKind.Clustering ? classes.Count.ToString(CultureInfo.InvariantCulture) : null;

    static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
