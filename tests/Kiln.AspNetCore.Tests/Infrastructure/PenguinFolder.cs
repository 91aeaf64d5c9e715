using System.Security.Cryptography;
using System.Text.Json;
using Kiln.Host.Export.Graphs;

namespace Kiln.AspNetCore.Tests.Infrastructure;

/// <summary>
/// A folder with the sample's trained model, and versions of it with other trees: the same definition, so that the code takes them, and other answers.
/// Files are put there as a deployment does, one beside its place and renamed, and then the other.
/// </summary>
sealed class PenguinFolder : IDisposable
{
    const string File = "Penguins.PenguinModel";

    static readonly string Trained = System.IO.Path.Combine(AppContext.BaseDirectory, "models", File);

    public string Path { get; } = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public string Onnx => System.IO.Path.Combine(Path, File + ".onnx");

    public string Manifest => System.IO.Path.Combine(Path, File + ".model.json");

    public PenguinFolder(string version = "1.0.0", float weight = 1) => Put(version, weight);

    /// <param name="version">The version that the manifest has.</param>
    /// <param name="weight">What each leaf's weight is multiplied with.</param>
    public void Put(string version, float weight)
    {
        var (onnx, manifest) = Make(version, weight);
        Put(Onnx, onnx);
        Put(Manifest, manifest);
    }

    /// <summary>The sample's model as this version of it.</summary>
    public static (byte[] Onnx, byte[] Manifest) Make(string version, float weight)
    {
        var graph = GraphReader.Read(System.IO.File.ReadAllBytes(Trained + ".onnx"));
        var leaves = graph.Nodes.Where(node => node.Attributes.ContainsKey("target_weights")).ToList();
        Assert.NotEmpty(leaves);
        foreach (var trees in leaves)
            trees.Attributes["target_weights"] = ((float[])trees.Attributes["target_weights"]).Select(w => w * weight).ToArray();
        var onnx = GraphWriter.Write(graph);
        return (onnx, ManifestOf(("version", version), ("onnx", Convert.ToHexString(SHA256.HashData(onnx)).ToLowerInvariant())));
    }

    /// <summary>The sample's manifest with other members, and the hash that it has then.</summary>
    public static byte[] ManifestOf(params (string Name, string Value)[] members)
    {
        using var trained = JsonDocument.Parse(System.IO.File.ReadAllBytes(Trained + ".model.json"));
        var all = trained.RootElement.EnumerateObject().Where(member => member.Name != ManifestHash.Member).ToDictionary(member => member.Name, member => member.Value);
        foreach (var (name, value) in members)
            all[name] = JsonSerializer.SerializeToElement(value);
        using var content = JsonSerializer.SerializeToDocument(all);
        all[ManifestHash.Member] = JsonSerializer.SerializeToElement(ManifestHash.Compute(content.RootElement));
        return JsonSerializer.SerializeToUtf8Bytes(all);
    }

    public static void Put(string path, byte[] content)
    {
        System.IO.File.WriteAllBytes(path + ".new", content);
        System.IO.File.Move(path + ".new", path, overwrite: true);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
