using System.Text.Json.Nodes;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Models;

public sealed class DefinitionTests
{
    static readonly string Text = DefinitionJson.Write(Samples.Model);

    static ModelDefinition After(Action<JsonNode> edit)
    {
        var definition = JsonNode.Parse(Text)!;
        edit(definition);
        return DefinitionJson.Read(definition.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_definition_travels_unchanged_in_every_culture(string culture)
    {
        Assert.Equal(Text, Cultures.With(culture, () => DefinitionJson.Write(DefinitionJson.Read(Text))));
        Assert.DoesNotContain('\n', Text);
        Assert.Contains("\"atMost\": 0.001,", Text);
        Assert.Equal(Samples.Model.Pipeline!.Uses, DefinitionJson.Read(Text).Pipeline!.Uses);
    }

    [Fact]
    public void What_was_not_said_stays_unsaid()
    {
        var model = DefinitionJson.Read(DefinitionJson.Write(new() { Name = "M", Type = "N.M", Dataset = "d", Location = new("M.cs", 1, 2) }));
        Assert.Equal(
            (null, null, null, null, null, null, null, "LightGbm", 1, new("M.cs", 1, 2)),
            (model.Label, model.Version, model.Task, model.Features, model.Split, model.Group, model.Time, model.Trainer, model.Seed, model.Location));
        Assert.Empty(model.Gates);
        Assert.Equal((null, null, null, null), (model.Threshold, model.ThresholdFor, model.FalseNegativeCost, model.Interval));
    }

    [Theory]
    [InlineData("task", "Forecasting")]
    [InlineData("task", "1")]
    [InlineData("split", "Random")]
    public void What_this_version_does_not_know_is_refused(string name, string value) =>
        Assert.Equal($"'{value}' is not allowed here", Assert.Throws<JsonFormatException>(() => After(definition => definition[name] = value)).Message);

    public static TheoryData<string, Action<JsonNode>> What_matters => new()
    {
        { "dataset", definition => definition["dataset"] = "other" },
        { "label", definition => definition["label"] = null },
        { "task", definition => definition["task"] = "Regression" },
        { "positive", definition => definition["positive"] = "No" },
        { "threshold", definition => definition["threshold"] = 0.31 },
        { "no threshold", definition => definition.AsObject().Remove("threshold") },
        { "metric of the threshold", definition => definition["thresholdFor"] = "Accuracy" },
        { "no metric of the threshold", definition => definition.AsObject().Remove("thresholdFor") },
        { "cost", definition => definition["falseNegativeCost"] = 5 },
        { "no cost", definition => definition.AsObject().Remove("falseNegativeCost") },
        { "cost instead of threshold", definition =>
            {
                definition["falseNegativeCost"] = 0.3;
                definition.AsObject().Remove("threshold");
            }
        },
        { "interval", definition => definition["interval"] = 0.91 },
        { "no interval", definition => definition.AsObject().Remove("interval") },
        { "no positive", definition => definition["positive"] = null },
        { "features", definition => definition["features"] = new JsonArray("größe") },
        { "no features, and all", definition => definition["features"] = null },
        { "ignore", definition => definition["ignore"] = new JsonArray() },
        { "split", definition => definition["split"] = "Hash" },
        { "group", definition => definition["group"] = "id" },
        { "time", definition => definition["time"] = null },
        { "trainer", definition => definition["trainer"] = "LightGbm" },
        { "seed", definition => definition["seed"] = 1 },
        { "pipeline", definition => definition["pipeline"]!["fingerprint"] = "f1" },
        { "no pipeline", definition => definition.AsObject().Remove("pipeline") },
    };

    public static TheoryData<string, Action<JsonNode>> What_does_not => new()
    {
        { "nothing", _ => { } },
        { "name", definition => definition["name"] = "Other" },
        { "namespace", definition => definition["type"] = "Elsewhere.ChurnModel" },
        { "version", definition => definition["version"] = "2.0.0" },
        { "gates", definition => definition["gates"] = new JsonArray() },
        { "order of features", definition => definition["features"] = new JsonArray("monthly charges ($)", "größe") },
        { "the pipeline's place", definition => (definition["pipeline"]!["file"], definition["pipeline"]!["line"]) = ("Other.cs", 9) },
        { "place", definition => (definition["file"], definition["line"], definition["column"]) = ("Other.cs", 9, 9) },
    };

    [Theory]
    [MemberData(nameof(What_matters), DisableDiscoveryEnumeration = true)]
    public void The_fingerprint_changes_with(string what, Action<JsonNode> edit) =>
        Assert.False(DefinitionFingerprint.Compute(Samples.Model) == DefinitionFingerprint.Compute(After(edit)), what);

    [Theory]
    [MemberData(nameof(What_does_not), DisableDiscoveryEnumeration = true)]
    public void The_fingerprint_stays_with(string what, Action<JsonNode> edit) =>
        Assert.True(DefinitionFingerprint.Compute(Samples.Model) == DefinitionFingerprint.Compute(After(edit)), what);

    /// <summary>A change here trains every model of every user again: it must be meant.</summary>
    [Fact]
    public void The_fingerprint_is_one_in_every_version() =>
        Assert.StartsWith("7d7b0de5cfac13fe3bac6046", DefinitionFingerprint.Compute(After(definition =>
        {
            foreach (var later in new[] { "pipeline", "threshold", "thresholdFor", "falseNegativeCost", "interval" })
                Assert.True(definition.AsObject().Remove(later));
        })));
}
