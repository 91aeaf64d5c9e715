using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kiln;

/// <summary>
/// The hash a manifest carries of everything else in it, so that an edited one is refused. It is of the values, not of the file's bytes: white
/// space and line ends do not count, and what two runtimes would escape differently is one.
/// </summary>
static class ManifestHash
{
    /// <summary>The member that holds it; the only one that does not count.</summary>
    public const string Member = "sha256";

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(JsonElement root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var member in root.EnumerateObject())
            if (member.Name != Member)
                Add(hash, member);
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    static void Add(IncrementalHash hash, JsonProperty member)
    {
        Add(hash, member.Name);
        Add(hash, member.Value);
    }

    static void Add(IncrementalHash hash, JsonElement value)
    {
        hash.AppendData([(byte)value.ValueKind]);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Add(hash, member);
                hash.AppendData([(byte)JsonValueKind.Undefined]);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Add(hash, item);
                hash.AppendData([(byte)JsonValueKind.Undefined]);
                break;
            case JsonValueKind.String:
                Add(hash, value.GetString()!);
                break;
            case JsonValueKind.Number:
                Add(hash, value.GetRawText());
                break;
        }
    }

    /// <summary>With its length before it, so that no two sequences of texts are one.</summary>
    static void Add(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
