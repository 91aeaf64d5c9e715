using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>Goes through a dataset's files, also behind one that cannot be read: who has several to mend wants to know of all.</summary>
static class EachFile
{
    /// <summary>Files with errors, behind which the rest is left alone.</summary>
    const int Most = 10;

    /// <exception cref="BuildException">At least one cannot be read; says what is wrong with each.</exception>
    public static void Read<T>(IReadOnlyList<T> files, Func<T, string> path, Action<T> read)
    {
        var (problems, unreadable) = (new List<Diagnostic>(), 0);
        for (var i = 0; i < files.Count; i++)
        {
            if (unreadable == Most)
            {
                problems.Add(new(path(files[i]), 0, 0, Ids.DataUnreadable,
                    $"{Counted.Format(files.Count - i, "file")} from this one on {(files.Count - i == 1 ? "was" : "were")} not read, because {Most} before cannot be; correct those first"));
                break;
            }
            try
            {
                read(files[i]);
            }
            catch (BuildException e)
            {
                problems.AddRange(e.Diagnostics);
                unreadable++;
            }
        }
        if (problems.Count > 0)
            throw new BuildException(problems);
    }
}
