namespace Kiln.Contracts;

/// <summary>Version numbers as semver.org 2.0 defines them.</summary>
public static class SemanticVersion
{
    /// <summary><c>1.2.0</c>, <c>1.0.0-rc.1+build.5</c>; not <c>1.0</c>, <c>v1.0.0</c> or <c>01.0.0</c>.</summary>
    public static bool IsValid(string version)
    {
        var (rest, build) = Cut(version, '+');
        var (core, release) = Cut(rest, '-');
        var numbers = core.Split('.');
        return numbers.Length == 3
            && numbers.All(IsNumber)
            && (release is null || release.Split('.').All(part => IsNumber(part) || (IsPart(part) && !part.All(IsDigit))))
            && (build is null || build.Split('.').All(IsPart));
    }

    static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at);
        return index < 0 ? (text, null) : (text.Substring(0, index), text.Substring(index + 1));
    }

    static bool IsNumber(string text) => text.Length > 0 && text.All(IsDigit) && (text.Length == 1 || text[0] != '0');

    static bool IsPart(string text) =>
        text.Length > 0 && text.All(c => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');

    static bool IsDigit(char c) => c is >= '0' and <= '9';
}
