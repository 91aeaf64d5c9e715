namespace Kiln.Host.Requests;

/// <summary>A data file that must be a certain one, and is fetched where it is not there.</summary>
/// <param name="File">Full path of its place.</param>
/// <param name="Url">Where it comes from, as the item has it; empty where it is only pinned.</param>
/// <param name="Sha256">What its bytes must be: 64 hexadecimal digits; empty where the item does not say.</param>
sealed record PinnedFile(string File, string Url, string Sha256)
{
    /// <summary>The environment variable that holds what the server asks for; empty for none. Its value is never kept.</summary>
    public string Token { get; init; } = "";
}
