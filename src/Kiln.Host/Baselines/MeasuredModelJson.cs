using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Baselines;

/// <summary>How a measured model is kept, under a seal over all of it and over the model it was measured of.</summary>
static class MeasuredModelJson
{
    const int Format = 2;

    public static string Write(MeasuredModel measured, string onnxHash)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, measured);
        json.Name("seal").Value(Seal(measured, onnxHash));
        return json.End().ToString();
    }

    /// <exception cref="FormatException">It is not what was written, or of another model.</exception>
    /// <exception cref="JsonFormatException">Not JSON, or not this format.</exception>
    public static MeasuredModel Read(string text, string onnxHash, int scores)
    {
        var root = JsonReader.Read(text);
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        var rows = PackedRows.Read(Convert.FromBase64String(root.Required("heldOut").AsString()), 3 + scores);
        var measured = new MeasuredModel(
            BaselineJson.Read(root.Required("baseline")),
            [.. rows.Select(row => new HeldOutRow(row.Hash, row.Numbers[0], row.Numbers[1], (int)row.Numbers[2], row.Numbers[3..]))]);
        return root.Required("seal").AsString() == Seal(measured, onnxHash) ? measured : throw new FormatException("it is not as it was written");
    }

    static void WriteFacts(JsonWriter json, MeasuredModel measured)
    {
        json.Name("format").Value(Format);
        json.Name("heldOut").Value(Convert.ToBase64String(PackedRows.Write(
            [.. measured.HeldOut.Select(row => (row.Key, (float[])[row.Label, row.Weight, row.Query, .. row.Scores]))])));
        BaselineJson.Write(json.Name("baseline"), measured.Baseline);
    }

    static string Seal(MeasuredModel measured, string onnxHash)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, measured);
        return new Fingerprint().Add("measured model 2").Add(onnxHash).Add(json.End().ToString()).ToString();
    }
}
