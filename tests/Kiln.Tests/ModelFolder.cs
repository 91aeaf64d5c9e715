using System.Security.Cryptography;
using Kiln.Tests.Onnx;

namespace Kiln.Tests;

/// <summary>A folder with the small model and its manifest, as a build leaves them.</summary>
sealed class ModelFolder : IDisposable
{
    public static readonly string[] Numbers = ["Monthly charges", "Age"];
    public static readonly string[] Texts = ["Contract"];
    public static readonly string[] Classes = ["no", "yes"];

    public string Path { get; } = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public string Onnx => System.IO.Path.Combine(Path, "ChurnModel.onnx");

    public string Manifest => System.IO.Path.Combine(Path, "ChurnModel.model.json");

    public ModelFolder() => Write(SmallModel.Bytes);

    public void Write(byte[] onnx)
    {
        File.WriteAllBytes(Onnx, onnx);
        File.WriteAllText(Manifest, $$"""
            {
              "format": 1, "model": "ChurnModel", "version": "1.2.0", "dataset": "churn",
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

    public Predictor Load() => Predictor.Load("ChurnModel", Path, Numbers, Texts, Classes);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
