using System.Security.Cryptography;
using System.Text;
using Kiln.Contracts.Json;
using Kiln.Host.Incremental;

namespace Kiln.Host.Reports.Cards;

/// <summary>
/// The model card for tools: a bill of materials with the model and its data (CycloneDX 1.7, ECMA-424). The same state gives the same text: its serial
/// number is made of what it says, and its only time is the day of the release.
/// </summary>
static class ModelBom
{
    public static string Write(ModelReport report)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Write(report, null)));
        return Write(report, $"urn:uuid:{Version8(hash)}");
    }

    /// <summary>A UUID whose bits are the maker's own (RFC 9562, version 8).</summary>
    static Guid Version8(byte[] hash)
    {
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }

    static string Write(ModelReport report, string? serial)
    {
        var json = new JsonWriter().Object();
        json.Name("$schema").Value("http://cyclonedx.org/schema/bom-1.7.schema.json");
        json.Name("bomFormat").Value("CycloneDX").Name("specVersion").Value("1.7");
        if (serial is not null)
            json.Name("serialNumber").Value(serial);
        json.Name("version").Value(1);
        WriteMetadata(json.Name("metadata"), report);
        json.Name("components").Array();
        BomModel.Write(json, report);
        BomData.Write(json, report);
        json.End();
        json.Name("dependencies").Array();
        json.Object(oneLine: true).Name("ref").Value(BomModel.Reference).Name("dependsOn").Strings([BomData.Reference]).End();
        json.End();
        return json.End().ToString();
    }

    static void WriteMetadata(JsonWriter json, ModelReport report)
    {
        json.Object();
        if (ReleasedAs.Find(report)?.Provenance is { } released)
            json.Name("timestamp").Value($"{released.Date}T00:00:00Z");
        json.Name("lifecycles").Array(oneLine: true).Object().Name("phase").Value("build").End().End();
        json.Name("tools").Object().Name("components").Array();
        foreach (var tool in Tool.Version.Split(", "))
        {
            var space = tool.LastIndexOf(' ');
            json.Object(oneLine: true).Name("type").Value(tool.StartsWith("Kiln ", StringComparison.Ordinal) ? "application" : "library")
                .Name("name").Value(tool[..space]).Name("version").Value(tool[(space + 1)..]).End();
        }
        json.End().End();
        json.End();
    }
}
