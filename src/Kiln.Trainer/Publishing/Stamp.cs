using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Publishing;

/// <summary>
/// The file whose age tells the build that nothing is to do. It lists what must still be there; MSBuild compares ages without starting a process.
/// </summary>
static class Stamp
{
    /// <param name="started">When this run began to read its inputs.</param>
    public static void Write(Request request, IEnumerable<string> published, DateTime started)
    {
        // An input saved while we worked is newer than what we read: without a stamp the next build looks again.
        if (Inputs(request).Any(file => File.GetLastWriteTimeUtc(file) > started))
            return;
        var path = Path.Combine(request.Output, "kiln.stamp");
        AtomicFile.WriteIfChanged(path, string.Concat(published.Distinct().Order(StringComparer.Ordinal).Select(file => file + "\n")));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
    }

    static IEnumerable<string> Inputs(Request request) =>
        [request.Assembly, .. request.Datasets.SelectMany(dataset => dataset.Files.Append(dataset.Contract))];
}
