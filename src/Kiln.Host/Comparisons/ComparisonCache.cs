using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Models;

namespace Kiln.Host.Comparisons;

/// <summary>What a comparison with a release came to, kept with the trained model: a build that trains nothing predicts nothing.</summary>
sealed class ComparisonCache(CacheFolder folder)
{
    /// <summary>Null where it was not made, or is not as it was written.</summary>
    public SinceRelease? Find(ModelPlan plan, string artifact, Release release) => folder.Read(plan.Key, FileName(release), text =>
    {
        var root = JsonReader.Read(text);
        var changes = SinceReleaseJson.Read(root.Required("changes"));
        return root.Required("seal").AsString() == Seal(changes, artifact, release) ? changes : null;
    });

    public SinceRelease Keep(ModelPlan plan, string artifact, Release release, SinceRelease changes)
    {
        var json = new JsonWriter().Object();
        SinceReleaseJson.Write(json.Name("changes"), changes);
        json.Name("seal").Value(Seal(changes, artifact, release));
        folder.Put(plan.Key, FileName(release), json.End().ToString());
        return changes;
    }

    static string FileName(Release release) => $"since-{release.Version}.json";

    static string Seal(SinceRelease changes, string artifact, Release release)
    {
        var json = new JsonWriter();
        SinceReleaseJson.Write(json, changes);
        return new Fingerprint().Add("since release 1").Add(artifact).Add(release.Seal).Add(json.ToString()).ToString();
    }
}
