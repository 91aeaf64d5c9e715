using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>
/// Tells of releases that are gone from a lock: it is the only place that holds them. The lock itself names the last one as what changes are
/// measured against; of the others the last build knows.
/// </summary>
sealed class KnownReleases(Request request, Output output)
{
    /// <exception cref="BuildException">The lock contradicts itself, and the build is locked or releases.</exception>
    public void Check(ModelPlan plan)
    {
        if (plan.Lock is not { } locked)
            return;
        var there = locked.Released.Select(release => release.Version).ToHashSet();
        var compared = locked.SinceRelease?.Version is { } version && !there.Contains(version) ? version : null;
        string[] gone = [.. Known(plan).Append(compared).OfType<string>().Distinct().Where(known => !there.Contains(known))];
        if (gone.Length == 0)
            return;
        var (line, column) = LockPlace.Find(plan.LockPath, "released", "sinceRelease", "model");
        // What another branch released the last build may know rightly and this lock need not; a lock that contradicts itself is never right.
        var problem = new Diagnostic(plan.LockPath, line, column, Ids.ReleaseGone,
            $"the lock of '{plan.Name}' no longer holds what was released as {string.Join(", ", gone)}, and that exists nowhere else: "
            + "its versions can be reused, and no gate compares the next model with them; "
            + "if that was not intended, restore the lock from version control",
            IsWarning: compared is null || !request.Locked && !request.Releases);
        if (!problem.IsWarning)
            throw new BuildException(problem);
        output.Report(problem);
    }

    /// <param name="request">Whose build it is.</param>
    /// <param name="released">Each released version with the path of its lock.</param>
    public static void Write(Request request, IEnumerable<(string Version, string Lock)> released) => AtomicFile.WriteIfChanged(
        PathOf(request), string.Concat(released.Select(release => $"{release.Version} {release.Lock}\n")), request.Temporary);

    /// <summary>The versions that the last build left in the model's lock.</summary>
    IEnumerable<string> Known(ModelPlan plan) => File.Exists(PathOf(request))
        ? File.ReadLines(PathOf(request)).Where(line => line.EndsWith(" " + plan.LockPath, StringComparison.Ordinal)).Select(line => line[..line.IndexOf(' ')])
        : [];

    static string PathOf(Request request) => Path.Combine(request.Output, "kiln.released");
}
