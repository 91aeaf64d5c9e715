using System.Text.Json.Nodes;
using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Data;

public sealed class ContractFingerprintTests
{
    static readonly string Text = ContractJson.Write(Samples.Contract);

    static string After(Action<JsonNode> edit)
    {
        var contract = JsonNode.Parse(Text)!;
        edit(contract);
        return ContractFingerprint.Compute(ContractJson.Read(contract.ToJsonString()));
    }

    static JsonNode Column(JsonNode contract, int index) => contract["columns"]![index]!;

    public static TheoryData<string, Action<JsonNode>> What_matters => new()
    {
        { "delimiter", contract => contract["dialect"]!["delimiter"] = ";" },
        { "quote", contract => contract["dialect"]!["quote"] = "" },
        { "escape", contract => contract["dialect"]!["escape"] = "" },
        { "decimal", contract => contract["dialect"]!["decimal"] = "." },
        { "missing", contract => contract["dialect"]!["missing"] = new JsonArray("NA") },
        { "missing, in one", contract => contract["dialect"]!["missing"] = new JsonArray("NA?") },
        { "date format", contract => contract["dialect"]!["dateFormat"] = null },
        { "missing in a column", contract => Column(contract, 3)["missing"] = new JsonArray("n.a.") },
        { "other missing in a column", contract => Column(contract, 1)["missing"] = new JsonArray("-") },
        { "nothing missing in a column", contract => Column(contract, 3)["missing"] = new JsonArray() },
        { "date format of a column", contract => Column(contract, 4)["dateFormat"] = "%m/%d/%Y" },
        { "name", contract => Column(contract, 3)["name"] = "remark" },
        { "type", contract => Column(contract, 0)["type"] = "number" },
        { "nullable", contract => Column(contract, 3)["nullable"] = true },
        { "role", contract => Column(contract, 0)["role"] = "feature" },
        { "values", contract => Column(contract, 2)["values"] = new JsonArray("", "M", "S", "日本") },
        { "classes", contract => Column(contract, 6)["classes"] = new JsonArray(0.5, -1) },
        { "positive", contract => Column(contract, 7)["positive"] = "Yes" },
        { "no positive", contract => Column(contract, 7)["positive"] = null },
        { "true", contract => Column(contract, 7)["true"] = "yes" },
        { "true and false", contract => (Column(contract, 7)["true"], Column(contract, 7)["false"]) = ("No", "Yes") },
        { "decimal of a column", contract => Column(contract, 1)["decimal"] = null },
        { "thousands", contract => Column(contract, 1)["thousands"] = " " },
        { "symbols", contract => Column(contract, 1)["symbols"] = new JsonArray("$") },
        { "trim", contract => Column(contract, 3)["trim"] = true },
        { "open", contract => Column(contract, 2)["open"] = false },
        { "availability", contract => Column(contract, 7)["availability"] = null },
        { "order", contract => { var first = Column(contract, 0).DeepClone(); contract["columns"]!.AsArray().RemoveAt(0); contract["columns"]!.AsArray().Add(first); } },
        { "a column less", contract => contract["columns"]!.AsArray().RemoveAt(3) },
    };

    public static TheoryData<string, Action<JsonNode>> What_does_not => new()
    {
        { "nothing", _ => { } },
        { "schema", contract => contract["$schema"] = "elsewhere.json" },
        { "dataset", contract => contract["dataset"] = "other" },
        { "property", contract => Column(contract, 0)["property"] = "Key" },
        { "unit", contract => Column(contract, 1)["unit"] = "EUR" },
        { "description", contract => Column(contract, 1)["description"] = null },
        { "profile", contract => contract["profile"] = null },
        { "min", contract => Column(contract, 1)["min"] = null },
        { "max", contract => Column(contract, 1)["max"] = 1000001 },
        { "maxMissing", contract => Column(contract, 1)["maxMissing"] = 0.2 },
        { "unique", contract => Column(contract, 0)["unique"] = null },
        { "pattern", contract => Column(contract, 3)["pattern"] = ".*" },
        { "lengths", contract => (Column(contract, 3)["minLength"], Column(contract, 3)["maxLength"]) = (null, 9) },
        { "dates", contract => (Column(contract, 4)["min"], Column(contract, 4)["max"]) = (null, "2031-01-01") },
        { "classification", contract => Column(contract, 3)["classification"] = "sensitive" },
        { "tolerance", contract => Column(contract, 1)["tolerance"] = null },
        { "severity", contract => Column(contract, 1)["severity"] = null },
        { "key", contract => contract["key"] = null },
        { "rows", contract => contract["rows"]!["min"] = 101 },
        { "rules", contract => contract["rules"] = null },
    };

    [Theory]
    [MemberData(nameof(What_matters), DisableDiscoveryEnumeration = true)]
    public void Changes_with(string what, Action<JsonNode> edit) =>
        Assert.False(ContractFingerprint.Compute(Samples.Contract) == After(edit), what);

    [Theory]
    [MemberData(nameof(What_does_not), DisableDiscoveryEnumeration = true)]
    public void Stays_with(string what, Action<JsonNode> edit) =>
        Assert.True(ContractFingerprint.Compute(Samples.Contract) == After(edit), what);

    [Fact]
    public void Columns_without_texts_and_formats_of_their_own_count_as_before_there_were_any() =>
        Assert.StartsWith("5cfcf2c55ba0765635978f3a", After(contract =>
        {
            Column(contract, 1).AsObject().Remove("missing");
            Column(contract, 4).AsObject().Remove("dateFormat");
            RemoveOwnReading(contract);
        }));

    [Fact]
    public void Columns_without_a_reading_of_their_own_count_as_before_there_was_any() => Assert.StartsWith("865271b1503b511b769df66f", After(RemoveOwnReading));

    static void RemoveOwnReading(JsonNode contract)
    {
        foreach (var column in contract["columns"]!.AsArray())
            foreach (var member in new[] { "decimal", "thousands", "symbols", "trim", "open", "availability" })
                column!.AsObject().Remove(member);
    }

    /// <summary>A change here trains every model of every user again: it must be meant.</summary>
    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Is_one_in_every_culture_and_version(string culture) =>
        Assert.StartsWith("d78be06add88c9d9691c2a46", Cultures.With(culture, () => ContractFingerprint.Compute(Samples.Contract)));
}
