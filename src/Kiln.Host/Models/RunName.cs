using System.Text.RegularExpressions;

namespace Kiln.Host.Models;

/// <summary>What a run may be called: it is a folder on every system, and a part of a file's name in a store. The targets hold <c>KilnRun</c> to the same.</summary>
static partial class RunName
{
    public static bool IsValid(string name) => Valid().IsMatch(name);

    [GeneratedRegex(@"\A(?!(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|\z))[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?\z")]
    private static partial Regex Valid();
}
