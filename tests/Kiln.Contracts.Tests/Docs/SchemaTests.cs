using System.Text.Json.Nodes;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Docs;

/// <summary>Holds the published JSON Schemas against the readers: what the one allows and asks for, the other does.</summary>
public sealed class SchemaTests
{
    static readonly JsonNode Contract = JsonNode.Parse(Repository.Read("docs", "schemas", "contract.schema.json"))!;
    static readonly JsonNode Lock = JsonNode.Parse(Repository.Read("docs", "schemas", "lock.schema.json"))!;

    static readonly string ContractText = ContractJson.Write(Samples.Contract);
    static readonly string LockText = LockJson.Write(Samples.Lock);
    static readonly string BaselineText = JsonNode.Parse(LockText)!["released"]![1]!["baseline"]!.ToJsonString();

    /// <summary>Each object: its schema, a text that holds one, where it stands there, and what reads the text.</summary>
    public static TheoryData<string, JsonNode, string, Func<JsonNode, JsonNode>, Action<string>> Objects => new()
    {
        { "contract", Contract, ContractText, root => root, ReadContract },
        { "dialect", Definition(Contract, "dialect"), ContractText, root => root["dialect"]!, ReadContract },
        { "number", Definition(Contract, "column"), ContractText, root => root["columns"]![1]!, ReadContract },
        { "rows", Definition(Contract, "rows"), ContractText, root => root["rows"]!, ReadContract },
        { "perFile", Definition(Contract, "perFile"), ContractText, root => root["rows"]!["perFile"]!, ReadContract },
        { "rule", Definition(Contract, "rule"), ContractText, root => root["rules"]![0]!, ReadContract },
        { "profile", Definition(Contract, "profile"), ContractText, root => root["profile"]!, ReadContract },
        { "observed", Definition(Contract, "observed"), ContractText, root => root["profile"]!["columns"]!["monthly charges ($)"]!, ReadContract },
        { "lock", Lock, LockText, root => root, ReadLock },
        { "fingerprints", Lock["properties"]!["fingerprints"]!, LockText, root => root["fingerprints"]!, ReadLock },
        { "data", Lock["properties"]!["data"]!, LockText, root => root["data"]!, ReadLock },
        { "split", Lock["properties"]!["data"]!["properties"]!["split"]!, LockText, root => root["data"]!["split"]!, ReadLock },
        { "release", Definition(Lock, "release"), LockText, root => root["released"]![0]!, ReadLock },
        { "provenance", Definition(Lock, "provenance"), LockText, root => root["released"]![2]!["provenance"]!, ReadLock },
        { "input", Definition(Lock, "input"), LockText, root => root["released"]![0]!["inputs"]![0]!, ReadLock },
        { "output", Definition(Lock, "output"), LockText, root => root["released"]![0]!["outputs"]![0]!, ReadLock },
        { "gate", Definition(Lock, "gate"), LockText, root => root["released"]![0]!["gates"]![0]!, ReadLock },
        { "prediction", Definition(Lock, "prediction"), LockText, root => root["released"]![0]!["predictions"]![0]!, ReadLock },
        { "baseline", Definition(Lock, "baseline"), LockText, root => root["baseline"]!, ReadLock },
        { "baselineColumn", Definition(Lock, "baselineColumn"), BaselineText, root => root["columns"]!["größe"]!, ReadBaseline },
        { "sinceRelease", Lock["properties"]!["sinceRelease"]!, LockText, root => root["sinceRelease"]!, ReadLock },
        { "metricComparison", Definition(Lock, "metricComparison"), LockText, root => root["sinceRelease"]!["metrics"]!["LogLoss"]!, ReadLock },
        { "rankChange", Definition(Lock, "rankChange"), LockText, root => root["sinceRelease"]!["importance"]!["größe"]!, ReadLock },
        { "rowChange", Definition(Lock, "rowChange"), LockText, root => root["sinceRelease"]!["rows"]!, ReadLock },
        { "metric", Definition(Lock, "metric"), LockText, root => root["metrics"]!["AreaUnderRocCurve"]!, ReadLock },
    };

    [Theory]
    [MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void The_schema_has_the_members_the_reader_knows(string name, JsonNode schema, string text, Func<JsonNode, JsonNode> find, Action<string> read)
    {
        var message = Refused(text, root => find(root)["nonsense"] = 1, read);
        Assert.EndsWith("use one of " + string.Join(", ", Names(schema["properties"]!)), message);
        Assert.False((bool)schema["additionalProperties"]!, name);
        Assert.All(schema["properties"]!.AsObject(), property => Assert.True(property.Value!["description"] is not null || property.Value["$ref"] is not null, property.Key));
    }

    [Theory]
    [MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void The_schema_asks_for_what_the_reader_asks_for(string name, JsonNode schema, string text, Func<JsonNode, JsonNode> find, Action<string> read)
    {
        var required = schema["required"]?.AsArray().Select(item => (string)item!).ToArray() ?? [];
        foreach (var member in Names(find(JsonNode.Parse(text)!)))
            if (required.Contains(member))
                Assert.Equal($"\"{member}\" is missing here", Refused(text, root => find(root).AsObject().Remove(member), read));
            else if (name is "release" or "provenance" or "gate") // Its optional members are part of its seal.
                Assert.EndsWith("was edited; what is released never changes", Refused(text, root => find(root).AsObject().Remove(member), read));
            else
                read(Edited(text, root => find(root).AsObject().Remove(member)));
        Assert.Empty(required.Except(Names(find(JsonNode.Parse(text)!))));
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("role")]
    public void The_schema_has_the_words_the_reader_knows(string member)
    {
        var words = Definition(Contract, "column")["properties"]![member]!;
        var known = words["enum"]!.AsArray().Select(word => (string)word!).ToArray();
        Assert.EndsWith("use one of " + string.Join(", ", known), Refused(ContractText, root => root["columns"]![0]![member] = "nonsense", ReadContract));
        Assert.Equal(known.Length, words["enumDescriptions"]!.AsArray().Count);
    }

    [Fact]
    public void The_schemas_are_of_the_formats_that_are_written()
    {
        Assert.Equal(DataContract.Format, (int)Contract["properties"]!["format"]!["const"]!);
        Assert.Equal(ModelLock.Format, (int)Lock["properties"]!["format"]!["const"]!);
    }

    [Fact]
    public void What_is_written_has_only_members_of_the_schema()
    {
        var written = JsonNode.Parse(ContractText)!;
        Assert.Empty(Names(written).Except(Names(Contract["properties"]!)));
        var columns = written["columns"]!.AsArray().SelectMany(column => Names(column!)).Distinct().ToList();
        Assert.Equal(Names(Definition(Contract, "column")["properties"]!).Order(), columns.Order());
        var observed = written["profile"]!["columns"]!.AsObject().SelectMany(column => Names(column.Value!)).Distinct();
        Assert.Equal(Names(Definition(Contract, "observed")["properties"]!).Order(), observed.Order());
        Assert.Equal(Names(Lock["properties"]!), Names(JsonNode.Parse(LockText)!));
    }

    static void ReadContract(string text) => ContractJson.Read(text);

    static void ReadLock(string text) => LockJson.Read(text);

    /// <summary>Alone, without the seal of its release, which what is optional does not break.</summary>
    static void ReadBaseline(string text) => BaselineJson.Read(JsonReader.Read(text));

    static JsonNode Definition(JsonNode schema, string name) => schema["definitions"]![name]!;

    static string[] Names(JsonNode node) => [.. node.AsObject().Select(member => member.Key)];

    static string Edited(string text, Action<JsonNode> edit)
    {
        var root = JsonNode.Parse(text)!;
        edit(root);
        return root.ToJsonString();
    }

    static string Refused(string text, Action<JsonNode> edit, Action<string> read) =>
        Assert.Throws<JsonFormatException>(() => read(Edited(text, edit))).Message;
}
