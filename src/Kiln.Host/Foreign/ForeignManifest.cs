using System.Text.Json;
using Kiln.Contracts.Json;
using Kiln.Host.Requests;

namespace Kiln.Host.Foreign;

/// <summary>The manifest beside a foreign model's artifact.</summary>
static class ForeignManifest
{
    public static string Write(ForeignModel model, string type, ForeignFile file)
    {
        using var content = JsonDocument.Parse(Content(model, type, file).End().ToString());
        return Content(model, type, file).Name(ManifestHash.Member).Value(ManifestHash.Compute(content.RootElement)).End().ToString();
    }

    /// <summary>All but the hash of it.</summary>
    static JsonWriter Content(ForeignModel model, string type, ForeignFile file)
    {
        var json = new JsonWriter().Object().Name("format").Value(1).Name("kind").Value(OnnxManifest.Kind);
        json.Name("model").Value(model.Name).Name("type").Value(type).Name("producer").Value(file.Graph.Producer);
        json.Name("signature").Value(file.Signature.Fingerprint);
        return json.Name("onnx").Value(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Onnx)));
    }
}
