using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Json;

/// <summary>Damages valid texts: whatever is left, reading gives a value or a <see cref="JsonFormatException"/> with a place in the text.</summary>
public sealed class JsonFuzzTests
{
    const string Interesting = "{}[]:,\"\\ \t\n\r\0-+.eE0123456789truefalsn\uFEFF\ud800é/'u";

    public static TheoryData<string, string, Action<string>> Texts => new()
    {
        { "contract", ContractJson.Write(Samples.Contract), text => ContractJson.Read(text) },
        { "lock", LockJson.Write(Samples.Lock), text => LockJson.Read(text) },
        { "definition", DefinitionJson.Write(Samples.Model), text => DefinitionJson.Read(text) },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Damage_is_refused_with_a_place(string name, string text, Action<string> read)
    {
        read(text);
        var random = new Random(name.Length);
        var refused = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var damaged = Damage(text, random);
            try
            {
                read(damaged);
            }
            catch (JsonFormatException error)
            {
                refused++;
                var lines = damaged.Split('\n');
                Assert.InRange(error.Line, 1, lines.Length);
                Assert.InRange(error.Column, 1, lines[error.Line - 1].Length + 1);
                Assert.DoesNotContain("Exception", error.Message);
            }
        }
        Assert.InRange(refused, 10_000, 20_000);
    }

    static string Damage(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0 && text.Length > 1; times--)
        {
            var (at, length) = (random.Next(text.Length), random.Next(1, 20));
            length = Math.Min(length, text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Interesting[random.Next(Interesting.Length)].ToString()),
                2 => text.Remove(at, 1).Insert(at, Interesting[random.Next(Interesting.Length)].ToString()),
                3 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text[..at],
            };
        }
        return text;
    }
}
