using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Host.Incremental;
using Kiln.Host.Models;

namespace Kiln.Host.Cache;

/// <summary>
/// Which rows some files hold, so that they need not be read to find out: the same bytes, read by the same contract and the same code, are
/// the same rows. A contract that only checks more is another one, so what it checks is checked.
/// </summary>
sealed class IdentityCache(CacheFolder folder)
{
    const string File = "rows.json";

    /// <summary>Null where they must be read.</summary>
    public PlanData? Find(ModelPlan plan)
    {
        if (plan.Lock is not { } locked)
            return null;
        var key = Key(plan, locked.Split);
        return folder.Read(key, File, text => Read(text, key));
    }

    /// <summary>Keeps them for the next build, whose lock will have this split.</summary>
    public void Add(ModelPlan plan, PlanData data)
    {
        var key = Key(plan, data.Split);
        folder.Put(key, File, Write(data, key));
    }

    static string Key(ModelPlan plan, LockedSplit split) => new Fingerprint()
        .Add("rows 1").Add(Tool.Version).Add(plan.DefinitionFingerprint).Add(plan.InputHashes)
        .Add([.. plan.Dataset.Files.Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Path.GetDirectoryName(plan.LockPath)!, file))])
        .Add(plan.Dataset.Replaces ? "replace" : "append").Add(plan.Dataset.Key).Add(split.By).Add(split.Moved).ToString();

    static string Write(PlanData data, string key)
    {
        var json = new JsonWriter().Object().Name("hash").Value(data.Hash).Name("by").Strings(data.Split.By).Name("moved").Strings(data.Split.Moved);
        PartitionJson.Write(json.Name("partitions"), data.Partitions);
        return json.Name("seal").Value(Seal(data, key)).End().ToString();
    }

    static PlanData? Read(string text, string key)
    {
        var root = JsonReader.Read(text);
        var data = new PlanData(
            root.Required("hash").AsString(), new(root.Required("by").AsStrings(), root.Required("moved").AsStrings()), PartitionJson.Read(root.Required("partitions")));
        return root.Required("seal").AsString() == Seal(data, key) ? data : null;
    }

    /// <summary>A bit that flipped on the disk is found wherever it is.</summary>
    static string Seal(PlanData data, string key) => new Fingerprint()
        .Add(key).Add(data.Hash).Add(data.Split.By).Add(data.Split.Moved).Add([.. data.Partitions.Select(partition => $"{partition.Name}: {partition}")]).ToString();
}
