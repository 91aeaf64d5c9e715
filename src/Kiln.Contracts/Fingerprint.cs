using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Contracts;

/// <summary>Hashes a sequence of values so that no two different sequences give the same text: each value carries its length.</summary>
public sealed class Fingerprint
{
    readonly StringBuilder _text = new();

    public Fingerprint Add(string? value)
    {
        _text.Append(value is null ? "-" : value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value).Append('\n');
        return this;
    }

    public Fingerprint Add(double? value) => Add(value?.ToString("R", CultureInfo.InvariantCulture));

    public Fingerprint Add(IEnumerable<string>? values)
    {
        if (values is null)
            return Add((string?)null);
        var list = values.ToList();
        Add(list.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var value in list)
            Add(value);
        return this;
    }

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(_text.ToString())));
    }

    public static string Hex(byte[] hash)
    {
        var text = new StringBuilder(2 * hash.Length);
        foreach (var b in hash)
            text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
