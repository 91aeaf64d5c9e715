namespace Kiln.Contracts.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void Different_sequences_never_meet()
    {
        string[] all =
        [
            new Fingerprint().ToString(),
            new Fingerprint().Add((string?)null).ToString(),
            new Fingerprint().Add("").ToString(),
            new Fingerprint().Add("ab").Add("c").ToString(),
            new Fingerprint().Add("a").Add("bc").ToString(),
            new Fingerprint().Add("ab\n1:c").ToString(),
            new Fingerprint().Add(["ab", "c"]).ToString(),
            new Fingerprint().Add(["a"]).Add(["b"]).ToString(),
            new Fingerprint().Add(["a", "b"]).Add(Array.Empty<string>()).ToString(),
            new Fingerprint().Add(0.0).ToString(),
            new Fingerprint().Add((double?)null).Add(0.0).ToString(),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public void Is_SHA256_of_each_value_with_its_length() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("3:abc\n-:\n3:1.5\n"u8)),
        new Fingerprint().Add("abc").Add((string?)null).Add(1.5).ToString());
}
