using System.Security.Cryptography;
using System.Text.Json;
using Kiln.CompilerServices;
using Kiln.Tests.Onnx;

namespace Kiln.Tests;

/// <summary>A folder with the small model and its manifest, as a build leaves them.</summary>
sealed class ModelFolder : IDisposable
{
    public static readonly CompiledModel Model = new("Shop.ChurnModel", "Shop.ChurnModel", "0123abcd4567");
    public static readonly string[] Numbers = ["Monthly charges", "Age"];
    public static readonly string[] Texts = ["Contract"];
    public static readonly string[] Classes = ["no", "yes"];

    public string Path { get; } = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public string Onnx => System.IO.Path.Combine(Path, "Shop.ChurnModel.onnx");

    public string Manifest => System.IO.Path.Combine(Path, "Shop.ChurnModel.model.json");

    public ModelFolder() => Write(SmallModel.Bytes);

    public void Write(byte[] onnx)
    {
        File.WriteAllBytes(Onnx, onnx);
        WriteManifest($$"""
            {
              "format": 1, "model": "ChurnModel", "type": "Shop.ChurnModel", "definition": "0123abcd4567", "version": "1.2.0", "dataset": "churn",
              "label": "Churned", "task": "BinaryClassification",
              "classes": ["no", "yes"],
              "inputs": [
                { "name": "Age", "type": "number" }, { "name": "Contract", "type": "text" }, { "name": "Monthly charges", "type": "number" }
              ],
              "outputs": ["Score", "Probability"],
              "rows": { "training": 4000, "heldOut": 1000 },
              "metrics": { "AreaUnderRocCurve": 0.91, "LogLoss": 0.3 },
              "data": "0a1b", "onnx": "{{Convert.ToHexStringLower(SHA256.HashData(onnx))}}"
            }
            """);
    }

    /// <summary>Writes a manifest with the hash of its content.</summary>
    /// <param name="content">The JSON without it.</param>
    public void WriteManifest(string content)
    {
        using var json = JsonDocument.Parse(content);
        File.WriteAllText(Manifest, content.TrimEnd()[..^1].TrimEnd() + $", \"sha256\": \"{ManifestHash.Compute(json.RootElement)}\" }}");
    }

    /// <summary>Changes the manifest as another build would have written it, with a hash that fits.</summary>
    public void EditManifest(string text, string replacement)
    {
        var manifest = File.ReadAllText(Manifest);
        WriteManifest(manifest[..manifest.LastIndexOf(", \"sha256\"", StringComparison.Ordinal)].Replace(text, replacement) + "}");
    }

    public Predictor Load() => Load(Model);

    public Predictor Load(CompiledModel model) => Predictor.Load(model, Path, Numbers, Texts, Classes);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
