using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Cache;

/// <summary>What stands beside a cached ONNX file, under a seal over all of it: a bit that flipped on the disk is found wherever it is.</summary>
static class EvaluationJson
{
    const int Format = 1;

    public static JsonWriter Write(JsonWriter json, TrainedModel model, string key)
    {
        WriteFacts(json.Object(), model);
        return json.Name("seal").Value(Seal(model, key)).End();
    }

    /// <exception cref="FormatException">It is not what was written, or the ONNX file is not the one it was written for.</exception>
    /// <exception cref="JsonFormatException">Not JSON, or not this format.</exception>
    /// <param name="root">What was written.</param>
    /// <param name="key">The key it was written under.</param>
    /// <param name="find">The ONNX file of a hash.</param>
    public static TrainedModel Read(JsonValue root, string key, Func<string, byte[]> find)
    {
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        var hash = root.Required("onnx").AsString();
        var onnx = find(hash);
        var model = new TrainedModel(
            onnx,
            hash,
            root.Required("training").AsInteger(),
            root.Required("heldOut").AsInteger(),
            root.Optional("boosting") is { } boosting ? BoostingJson.Read(boosting) : null,
            ThresholdJson.Read(root),
            MeasurementJson.Read(root.Required("metrics")),
            root.Required("notes").AsStrings())
        {
            Classified = root.Optional("classified")?.AsStrings() ?? [],
            Profile = root.Optional("profile") is { } profile ? ProfileJson.Read(profile) : null,
        };
        if (root.Required("seal").AsString() != Seal(model, key))
            throw new FormatException("its evaluation is not as it was written");
        return model.OnnxHash == ModelCache.Hash(onnx) ? model : throw new FormatException("its ONNX file is not the one that was written");
    }

    static void WriteFacts(JsonWriter json, TrainedModel model)
    {
        json.Name("format").Value(Format);
        json.Name("onnx").Value(model.OnnxHash);
        json.Name("training").Value(model.TrainingRows);
        json.Name("heldOut").Value(model.HeldOutRows);
        if (model.Boosting is { } boosting)
            BoostingJson.Write(json.Name("boosting"), boosting);
        ThresholdJson.Write(json, model.Threshold);
        MeasurementJson.Write(json.Name("metrics"), model.Measurements);
        json.Name("notes").Array();
        foreach (var note in model.Notes)
            json.Value(note);
        json.End();
        if (model.Classified.Count > 0)
            json.Name("classified").Strings(model.Classified);
        if (model.Profile is { } profile)
            ProfileJson.Write(json.Name("profile"), profile);
    }

    static string Seal(TrainedModel model, string key)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, model);
        return new Fingerprint().Add("cached model 1").Add(key).Add(json.End().ToString()).ToString();
    }
}
