using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Fetching;

/// <summary>Where a file comes from.</summary>
/// <param name="Shown">Without its query, which often holds a key.</param>
sealed record Address(Uri Uri, string Shown)
{
    /// <exception cref="BuildException">It is none that a build may use.</exception>
    public static Address Parse(Dataset dataset, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            throw NotFetched(dataset, "its Url is no address; write https://…");
        if (uri.UserInfo.Length > 0)
            throw NotFetched(dataset, "its Url has a user or a password, which does not belong into a project file; use an address that needs none");
        // This machine's own addresses are as trustworthy as encryption makes others (W3C, Secure Contexts, 3.1).
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            throw NotFetched(dataset, $"its Url begins with '{uri.Scheme}:'; only https:// is fetched");
        return new(uri, uri.GetLeftPart(UriPartial.Path));
    }

    public static BuildException NotFetched(Dataset dataset, string what) =>
        new(ItemLocation.Say(dataset, Ids.FileNotFetched, $"a file of dataset '{dataset.Name}' cannot be fetched: {what}"));
}
