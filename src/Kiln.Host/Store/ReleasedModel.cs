using System.Text.Json;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Models;

namespace Kiln.Host.Store;

/// <summary>A released model as it was published: to ship it again, neither its data nor a training is needed.</summary>
sealed record ReleasedModel(byte[] Onnx, byte[] Manifest)
{
    public const string ManifestEnd = ".model.json";

    /// <summary>What a manifest is called: one ONNX file may be in several releases.</summary>
    public static string ManifestName(string artifact, string version) => $"{artifact}.{version}{ManifestEnd}";

    /// <summary>What is not as the release says, which the lock holds under a seal; null where all is.</summary>
    /// <exception cref="JsonException">The manifest is none.</exception>
    /// <exception cref="KeyNotFoundException">The manifest is none.</exception>
    public string? Difference(ModelPlan plan, Release release)
    {
        using var manifest = JsonDocument.Parse(Manifest);
        var root = manifest.RootElement;
        var content = release.Content;
        (string Fact, string? There, string? Released)[] facts =
        [
            ("onnx", ModelCache.Hash(Onnx), content.Artifact),
            ("onnx", Text("onnx"), content.Artifact),
            ("type", Text("type"), plan.Definition.Type),
            ("version", Text("version"), ModelPlan.Informational(release.Version, content.Data!, content.Definition)),
            ("definition", Text("definition"), content.Definition),
            ("data", Text("data"), content.Data),
            ("task", Text("task"), content.Task.ToString()),
            ("label", Text("label"), plan.Shape.LabelColumn?.Name ?? ""),
            ("sha256", Text(ManifestHash.Member), ManifestHash.Compute(root)),
        ];
        return facts.FirstOrDefault(fact => fact.There != fact.Released).Fact
            ?? (Number(root, ThresholdJson.Member) != content.Threshold ? ThresholdJson.Member : null)
            ?? (Number(root, "interval") != plan.Shape.Interval ? "interval" : null)
            ?? release.Metrics.Where(metric => metric.Value.IsDefined && root.GetProperty("metrics").GetProperty(metric.Key).GetDouble() != metric.Value.Value).Select(metric => metric.Key).FirstOrDefault();

        string? Text(string name) => root.GetProperty(name).GetString();
    }

    static double? Number(JsonElement manifest, string name) => manifest.TryGetProperty(name, out var number) ? number.GetDouble() : null;
}
