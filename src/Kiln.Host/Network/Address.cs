using Kiln.Host.Diagnostics;

namespace Kiln.Host.Network;

/// <summary>Where something is on a server.</summary>
/// <param name="Shown">Without its query, which often holds a key.</param>
sealed record Address(Uri Uri, string Shown)
{
    /// <param name="text">The address as it is written.</param>
    /// <param name="name">What it is called where it is written.</param>
    /// <param name="refuse">Makes the error of what is wrong.</param>
    /// <exception cref="BuildException">It is none that a build may use.</exception>
    public static Address Parse(string text, string name, Func<string, BuildException> refuse)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw refuse($"{name} is no address; write https://…");
        if (uri.UserInfo.Length > 0)
            throw refuse($"{name} has a user or a password, which does not belong into a project file; use an address that needs none");
        // This machine's own addresses are as trustworthy as encryption makes others (W3C, Secure Contexts, 3.1).
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            throw refuse($"{name} begins with '{uri.Scheme}:'; only https:// is used");
        return new(uri, uri.GetLeftPart(UriPartial.Path));
    }
}
