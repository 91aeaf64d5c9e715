using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Tests.Interchange;

public sealed class YamlWriterTests
{
    [Fact]
    public void What_was_read_is_written_as_it_was_spelled()
    {
        const string text = """
            version: 1.10
            since: 2024-12-31
            quoted: "2024-12-31"
            yes: 'no'
            list: [a, "1", ~]
            nested:
              - a: {b: 1, c: []}
                query: |
                  SELECT COUNT(*)
                  FROM orders
              - tagged: !!str 5

            """;
        Assert.Equal(text.ReplaceLineEndings("\n").Replace("\n\n", "\n"), YamlWriter.Write(YamlReader.Read(text)));
    }

    [Fact]
    public void A_value_that_is_not_there_stays_none() =>
        Assert.Equal(JsonKind.Null, YamlReader.Read(YamlWriter.Write(YamlReader.Read("a:\nb: 1"))).ToJson().Members[0].Value.Kind);

    [Fact]
    public void Any_text_comes_back()
    {
        var random = new Random(10);
        string[] parts = ["a", "Z", "0", " ", ":", "#", "-", "'", "\"", "\\", "\n", "\r", "\t", "{", "]", "&", "*", "!", "|", ">", "%", "@", "`", "ü", "日", "\u2028", "\u0085", "\u00A0", "\u0001", "😀", "\uFEFF", "~", "null", "true", "1e5", ".5", "=", ",", "? ", "<<"];
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
            var root = new YamlNode(YamlKind.Mapping);
            root.Set("k", YamlJson.String(text));
            root.Child("list", YamlKind.Sequence).Items.Add(YamlJson.String(text));
            root.Set("flow", Json.Array([Json.String(text, new(JsonKind.Null, "", 1, 1))], new(JsonKind.Null, "", 1, 1)).ToYaml());
            root.Child("named", YamlKind.Mapping).Members.Add(new(YamlJson.String(text), YamlJson.String("x")));
            var written = YamlWriter.Write(root);
            var read = YamlReader.Read(written).ToJson();
            Assert.True(Json.AreSame(root.ToJson(), read), $"'{text}' in\n{written}");
        }
    }

    /// <summary>The second writing is the first: what an export compares.</summary>
    [Fact]
    public void Broken_files_are_refused_and_others_are_stable()
    {
        var random = new Random(11);
        var whole = ForeignFile.Text;
        var read = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var at = random.Next(whole.Length);
            var text = random.Next(3) switch
            {
                0 => whole.Remove(at, Math.Min(random.Next(1, 20), whole.Length - at)),
                1 => whole.Insert(at, ((string[])["\n", " ", "\t", ":", "- ", "[", "}", "'", "\"", "&a ", "*a", "|", "#", "\0", "!x ", "? "])[random.Next(16)]),
                _ => whole[..at],
            };
            YamlNode root;
            try
            {
                root = YamlReader.Read(text);
            }
            catch (JsonFormatException)
            {
                continue;
            }
            read++;
            var written = YamlWriter.Write(root);
            var again = YamlReader.Read(written);
            Assert.True(Json.AreSame(root.ToJson(), again.ToJson()), text + "\n---\n" + written);
            Assert.Equal(written, YamlWriter.Write(again));
        }
        Assert.InRange(read, 200, 1_900);
    }
}
