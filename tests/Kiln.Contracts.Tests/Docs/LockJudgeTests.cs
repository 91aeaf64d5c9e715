using System.Text.Json.Nodes;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Docs;

/// <summary>One lock with everything in it, changed in one place at a time, and two judges: the reader and ajv with the published JSON Schema.</summary>
public sealed class LockJudgeTests
{
    static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("docs", "schemas", "lock.schema.json"))!;

    /// <summary>A release of a model that decides by a threshold.</summary>
    static readonly Release Decided = new()
    {
        Version = "1.2.0",
        Content = new()
        {
            Definition = "d2", Contract = "c2", Data = "h2", Artifact = "a2", Threshold = 0.275, Task = TaskKind.BinaryClassification, Label = "churned", Classes = ["no", "yes"],
            Inputs = [], Outputs = [],
        },
        Metrics = [],
        Predictions = [],
    };

    static readonly ModelLock Full = Samples.Lock with { References = [new("Lib", "f1")], Released = [.. Samples.Lock.Released, Decided] };

    static readonly ModelLock Least = Full with { Schema = null, References = [], Partitions = [], Split = new(["id"], []), Metrics = [], Threshold = null, SinceRelease = null, Released = [] };

    static readonly string[] Right =
    [
        LockJson.Write(Full), LockJson.Write(Least),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.lock.json", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Select(File.ReadAllText),
    ];

    /// <summary>Each object with a member that no schema names.</summary>
    static readonly string[] Unknown = [.. Places(JsonNode.Parse(Right[0])!).Where(place => place.Find(JsonNode.Parse(Right[0])!) is JsonObject)
        .Select(place => place.Edit(node => node["nonsense"] = new JsonObject()))];

    /// <summary>Each value replaced by one of another type, and whole numbers by ones that are not.</summary>
    static readonly string[] WrongType = [.. Places(JsonNode.Parse(Right[0])!).Skip(1)
        .SelectMany(place => new[] { "\"x\"", "7", "1.5", "true", "[]", "{}" }.Select(value => place.Edit(node => node.ReplaceWith(JsonNode.Parse(value)))))];

    /// <summary>Each member, and each element of an array, taken away.</summary>
    static readonly string[] Missing = [.. Places(JsonNode.Parse(Right[0])!).Skip(1).Select(place => place.Edit(Remove))];

    [Fact]
    public void What_is_written_is_taken_by_both()
    {
        Assert.True(Right.Length >= 4, "no sample has a lock");
        Assert.All(Right, text => LockJson.Read(text));
        Assert.All(Ajv.Validate(Schema, Right), error => Assert.Empty(error));
    }

    [Fact]
    public void An_unknown_member_is_taken_by_neither() => Agree(Unknown, atLeast: 40);

    [Fact]
    public void A_wrong_type_is_taken_by_neither() => Agree(WrongType, atLeast: 900);

    [Fact]
    public void What_misses_something_is_taken_by_neither_or_by_both() => Agree(Missing, atLeast: 90);

    /// <summary>What is no number, no hash and no version though its type is right.</summary>
    [Theory]
    [InlineData("\"version\": \"1.1.0\"", "\"version\": \"1.1\"", "\"1.1\" is not a SemVer 2.0 version")]
    [InlineData("\"version\": \"1.1.0\"", "\"version\": \"01.1.0\"", "\"01.1.0\" is not a SemVer 2.0 version")]
    [InlineData("\"version\": \"1.1.0\"", "\"version\": \"1.1.0-01\"", "\"1.1.0-01\" is not a SemVer 2.0 version")]
    [InlineData("\"00000000000000aa\"", "\"00000000000000AA\"", "16 hexadecimal digits are expected here")]
    [InlineData("\"00000000000000ff\"", "\"ff\"", "16 hexadecimal digits are expected here")]
    [InlineData("\"AQID\"", "\"AQI\"", "base64 is expected here")]
    [InlineData("\"format\": 1", "\"format\": 2", "this lock has format 2")]
    [InlineData("\"MulticlassClassification\"", "\"Multiclass\"", "\"Multiclass\" is not a task")]
    public void A_value_of_the_right_type_that_means_nothing_is_taken_by_neither(string from, string to, string message)
    {
        var text = Right[0].Replace(from, to);

        Assert.StartsWith(message, Refusal(text));
        Assert.NotEmpty(Assert.Single(Ajv.Validate(Schema, [text])));
    }

    /// <summary>Pre-releases and build metadata of every kind, which the seal refuses and the schema does not know of.</summary>
    [Theory]
    [InlineData("1.1.0-rc.1+build.007")]
    [InlineData("0.0.0-0a.-")]
    [InlineData("10.20.30+-")]
    public void Every_version_of_SemVer_is_one_to_the_schema(string version)
    {
        var text = Right[0].Replace("\"version\": \"1.1.0\"", $"\"version\": \"{version}\"");

        Assert.True(IsBeyondSchema(Refusal(text)));
        Assert.Empty(Assert.Single(Ajv.Validate(Schema, [text])));
    }

    /// <summary>The reader says what the schema says, and of what is released also whether it was edited.</summary>
    /// <param name="atLeast">How many are refused: where nothing is, two judges agree easily.</param>
    static void Agree(string[] texts, int atLeast)
    {
        var judgements = texts.Zip(Ajv.Validate(Schema, texts)).ToList();

        Assert.All(judgements, judgement =>
        {
            var (text, error) = judgement;
            var refusal = Refusal(text);
            if (refusal is null || IsBeyondSchema(refusal))
                Assert.True(error.Length == 0, $"the schema refuses what the reader takes: {error}\n{text}");
            else
                Assert.True(error.Length > 0, $"the schema takes what the reader refuses: {refusal}\n{text}");
        });
        Assert.InRange(judgements.Count(judgement => judgement.Second.Length > 0), atLeast, texts.Length);
    }

    static bool IsBeyondSchema(string? refusal) => refusal?.EndsWith("was edited; what is released never changes", StringComparison.Ordinal) == true;

    static string? Refusal(string text)
    {
        try
        {
            LockJson.Read(text);
            return null;
        }
        catch (JsonFormatException e)
        {
            return e.Message;
        }
    }

    static void Remove(JsonNode node)
    {
        if (node.Parent is JsonArray array)
            array.Remove(node);
        else
            node.Parent!.AsObject().Remove(node.GetPropertyName());
    }

    /// <summary>Every value of a document that is not null, the document itself first.</summary>
    static IEnumerable<Place> Places(JsonNode node) => Places(node, new([]));

    static IEnumerable<Place> Places(JsonNode? node, Place at) => node switch
    {
        null => [],
        JsonObject members => [at, .. members.SelectMany(member => Places(member.Value, new([.. at.Path, member.Key])))],
        JsonArray items => [at, .. items.SelectMany((item, index) => Places(item, new([.. at.Path, index])))],
        _ => [at],
    };

    /// <param name="Path">Names of members and indices of elements.</param>
    sealed record Place(object[] Path)
    {
        public JsonNode Find(JsonNode root) => Path.Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);

        public string Edit(Action<JsonNode> edit)
        {
            var root = JsonNode.Parse(Right[0])!;
            edit(Find(root));
            return root.ToJsonString();
        }
    }
}
