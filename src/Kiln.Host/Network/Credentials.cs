using System.Net.Http.Headers;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Network;

/// <summary>What a server is shown before it gives or takes a file. Only the environment holds it, and no message does.</summary>
static class Credentials
{
    /// <param name="variable">The name of the environment variable; empty for none.</param>
    /// <param name="setting">What names the variable.</param>
    /// <param name="refuse">Makes the error of what is wrong.</param>
    /// <returns>The value of the header <c>Authorization</c>: as the variable has it where that begins with a scheme (<c>Basic …</c>), else as a bearer's
    /// token (RFC 6750). Null where none is asked for. It is not sent on to where the server redirects.</returns>
    /// <exception cref="BuildException">The variable is not set, or no header can hold what it says.</exception>
    public static AuthenticationHeaderValue? Find(string variable, string setting, Func<string, BuildException> refuse)
    {
        if (variable.Length == 0)
            return null;
        if (variable == Requests.Dataset.NoVariable)
            throw refuse($"{setting} must be the name of an environment variable, which holds the token; that does not belong into a project file");
        if (Environment.GetEnvironmentVariable(variable)?.Trim() is not { Length: > 0 } text)
            throw refuse($"the environment variable '{variable}' is not set; set it to the token before the build");
        var (scheme, token) = text.IndexOf(' ') is > 0 and var blank ? (text[..blank], text[(blank + 1)..].Trim()) : ("Bearer", text);
        return scheme.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && token.All(c => c is > '\x1F' and < '\x7F')
            ? new(scheme, token)
            : throw refuse($"the environment variable '{variable}' holds what no token has, such as a line break; set it to the token, or to a scheme, a blank and what belongs to it");
    }
}
