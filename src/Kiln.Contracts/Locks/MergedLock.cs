using System.Text;
using Kiln.Contracts.Json;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Locks;

/// <summary>A lock as a merge leaves it, with Git's markers around what conflicts.</summary>
public static class MergedLock
{
    /// <summary>One side's lock with the released versions of both; null where the text is no whole lock on each side.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="line">Where the first conflict begins, from 1; 0 where there is none.</param>
    /// <exception cref="ReleasedTwiceException">Both sides released one version with other content: only people can say which it is.</exception>
    public static ModelLock? Read(string text, out int line)
    {
        if (Sides(text, out line) is not var (ours, theirs))
            return null;
        ModelLock one, other;
        try
        {
            (one, other) = (LockJson.Read(ours), LockJson.Read(theirs));
        }
        catch (JsonFormatException)
        {
            return null; // The text as it stands is what cannot be read, and the reader says where.
        }
        return one with { Released = [.. Both(one.Released, other.Released, line)] };
    }

    static IEnumerable<Release> Both(IReadOnlyList<Release> ours, IReadOnlyList<Release> theirs, int line)
    {
        foreach (var release in ours)
            yield return theirs.FirstOrDefault(other => other.Version == release.Version) is { } same ? One(release, same, line) : release;
        foreach (var release in theirs.Where(release => ours.All(other => other.Version != release.Version)))
            yield return release;
    }

    /// <summary>What stands for a version that both sides released: the same entry with the baseline that either has, or of two releases of one content the first.</summary>
    static Release One(Release ours, Release theirs, int line) =>
        ours.Seal == theirs.Seal ? (ours.Baseline is null ? theirs : ours)
        : ours.Provenance is { } one && theirs.Provenance is { } other && ContentComparison.Compare(ours.Content, theirs.Content).Count == 0
            ? (string.CompareOrdinal(one.Date + ours.Seal, other.Date + theirs.Seal) < 0 ? ours : theirs)
        : throw new ReleasedTwiceException(ours.Version, line);

    /// <summary>The text of each side; null where there are no markers, or not in their order.</summary>
    static (string Ours, string Theirs)? Sides(string text, out int line)
    {
        line = 0;
        var (ours, theirs) = (new StringBuilder(), new StringBuilder());
        var side = Side.Both;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var (from, to) = Step(lines[i]);
            if (to is { } next)
            {
                if (!from.Contains(side))
                    return null;
                line = line == 0 ? i + 1 : line;
                side = next;
                continue;
            }
            if (side is Side.Both or Side.Ours)
                ours.Append(lines[i]).Append('\n');
            if (side is Side.Both or Side.Theirs)
                theirs.Append(lines[i]).Append('\n');
        }
        return line > 0 && side == Side.Both ? (ours.ToString(), theirs.ToString()) : null;
    }

    /// <summary>From which sides to which a marker leads. No line of JSON begins like one.</summary>
    static (Side[] From, Side? To) Step(string line) =>
        line.StartsWith("<<<<<<<", StringComparison.Ordinal) ? ([Side.Both], Side.Ours)
        : line.StartsWith("|||||||", StringComparison.Ordinal) ? ([Side.Ours], Side.Base)
        : line.StartsWith("=======", StringComparison.Ordinal) ? ([Side.Ours, Side.Base], Side.Theirs)
        : line.StartsWith(">>>>>>>", StringComparison.Ordinal) ? ([Side.Theirs], Side.Both)
        : ([], null);

    enum Side
    {
        Both,
        Ours,
        Base,
        Theirs,
    }
}
