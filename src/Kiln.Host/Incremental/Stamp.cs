using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Incremental;

/// <summary>
/// The file whose age tells the build that nothing is to do. It lists what must still be there; MSBuild compares ages without starting a process.
/// </summary>
static class Stamp
{
    /// <param name="started">When this run began to read its inputs.</param>
    public static void Write(Request request, IEnumerable<string> published, DateTime started)
    {
        AtomicFile.WriteIfChanged(PathOf(request), string.Concat(published.Distinct().Order(StringComparer.Ordinal).Select(file => file + "\n")), request.Temporary);
        Renew(request, started);
    }

    /// <summary>Makes the stamp newer than the inputs this run has read.</summary>
    public static void Renew(Request request, DateTime started)
    {
        // An input saved while we worked is newer than what we read: with an old stamp the next build looks again.
        var read = Inputs(request).All(file => File.GetLastWriteTimeUtc(file) <= started);
        File.SetLastWriteTimeUtc(PathOf(request), read ? DateTime.UtcNow : DateTime.UnixEpoch);
    }

    /// <summary>Whether the last run that ended well left that file.</summary>
    public static bool Lists(Request request, string file) => File.Exists(PathOf(request)) && File.ReadLines(PathOf(request)).Contains(file);

    public static string PathOf(Request request) => Path.Combine(request.Output, "kiln.stamp");

    static IEnumerable<string> Inputs(Request request) =>
        [request.Assembly, .. request.References.Where(reference => !reference.IsPackage).Select(reference => reference.Path), .. request.Datasets.SelectMany(dataset => dataset.Files.Append(dataset.Contract))];
}
