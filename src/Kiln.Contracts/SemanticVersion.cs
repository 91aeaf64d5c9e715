using System.Globalization;
using System.Numerics;

namespace Kiln.Contracts;

/// <summary>A version number as semver.org 2.0 defines it, with its order of precedence: build metadata does not count.</summary>
public sealed class SemanticVersion : IComparable<SemanticVersion>
{
    readonly BigInteger[] _core;
    readonly string[] _preRelease;

    SemanticVersion(BigInteger[] core, string[] preRelease) => (_core, _preRelease) = (core, preRelease);

    /// <summary>Whether it has a pre-release part, as <c>1.0.0-rc.1</c> has.</summary>
    public bool IsPreRelease => _preRelease.Length > 0;

    /// <summary>Whether it is below 1.0.0, where anything may change.</summary>
    public bool IsInitial => _core[0].IsZero;

    /// <summary>The version without its pre-release part.</summary>
    public SemanticVersion Core => new(_core, []);

    /// <summary><c>1.2.0</c>, <c>1.0.0-rc.1+build.5</c>; not <c>1.0</c>, <c>v1.0.0</c> or <c>01.0.0</c>.</summary>
    public static bool IsValid(string version) => Parse(version) is not null;

    /// <summary>The version, or null where the text is none.</summary>
    public static SemanticVersion? Parse(string version)
    {
        var (rest, build) = Cut(version, '+');
        var (core, release) = Cut(rest, '-');
        var numbers = core.Split('.');
        var preRelease = release?.Split('.') ?? [];
        return numbers.Length == 3
            && numbers.All(IsNumber)
            && preRelease.All(part => IsNumber(part) || (IsPart(part) && !part.All(IsDigit)))
            && (build is null || build.Split('.').All(IsPart))
            ? new([.. numbers.Select(Number)], preRelease)
            : null;
    }

    /// <summary>The next version without a pre-release part whose number at that place (0 is major) is one higher.</summary>
    public SemanticVersion Next(int place) =>
        new([.. _core.Select((number, i) => i < place ? number : i == place ? number + 1 : BigInteger.Zero)], []);

    /// <summary>Precedence, section 11.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;
        for (var i = 0; i < _core.Length; i++)
            if (_core[i].CompareTo(other._core[i]) is var order and not 0)
                return order;
        if (!IsPreRelease || !other.IsPreRelease)
            return other.IsPreRelease.CompareTo(IsPreRelease);
        for (var i = 0; i < Math.Min(_preRelease.Length, other._preRelease.Length); i++)
            if (ComparePart(_preRelease[i], other._preRelease[i]) is var order and not 0)
                return order;
        return _preRelease.Length.CompareTo(other._preRelease.Length);
    }

    /// <summary>The version without build metadata.</summary>
    public override string ToString() => string.Join(".", _core) + (IsPreRelease ? "-" + string.Join(".", _preRelease) : "");

    static int ComparePart(string a, string b) => (IsNumber(a), IsNumber(b)) switch
    {
        (true, true) => Number(a).CompareTo(Number(b)),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(a, b),
    };

    static BigInteger Number(string text) => BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

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
