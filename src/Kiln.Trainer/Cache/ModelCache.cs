using System.Security.Cryptography;
using Kiln.Contracts.Json;

namespace Kiln.TrainerHost.Cache;

/// <summary>
/// Trained models by the fingerprint of all that went into them. A model whose gate is missed is in here too:
/// moving the gate then measures it again and does not train it again.
/// </summary>
sealed class ModelCache(string directory)
{
    const int Format = 1;
    const string Beside = ".tmp";

    /// <summary>The model of that key, or null when it is not here or not whole.</summary>
    public TrainedModel? Find(string key)
    {
        var (onnxFile, evaluationFile) = Files(Path.Combine(directory, key));
        if (!File.Exists(onnxFile) || !File.Exists(evaluationFile))
            return null;
        var onnx = File.ReadAllBytes(onnxFile);
        try
        {
            var model = Read(onnx, JsonReader.Read(File.ReadAllText(evaluationFile)));
            return model.OnnxHash == Hash(onnx) ? model : null;
        }
        catch (JsonFormatException)
        {
            return null; // Not whole, so not here: it is trained again and replaced.
        }
    }

    /// <summary>Keeps the model: written beside, then renamed, so that a key either has a whole model or none.</summary>
    public void Add(string key, TrainedModel model)
    {
        var final = Path.Combine(directory, key);
        DropAbandoned();
        var beside = $"{final}.{Environment.ProcessId}{Beside}";
        Directory.CreateDirectory(beside);
        var (onnxFile, evaluationFile) = Files(beside);
        File.WriteAllBytes(onnxFile, model.Onnx);
        File.WriteAllText(evaluationFile, Write(model));
        if (Directory.Exists(final))
            Directory.Delete(final, recursive: true);
        try
        {
            Directory.Move(beside, final);
        }
        catch (IOException) when (Directory.Exists(final))
        {
            Directory.Delete(beside, recursive: true); // Another build was faster; its model is the same.
        }
    }

    /// <summary>What a killed training left half written; no training takes a day to write its files.</summary>
    void DropAbandoned()
    {
        if (Directory.Exists(directory))
            foreach (var abandoned in Directory.EnumerateDirectories(directory, "*" + Beside))
                if (Directory.GetLastWriteTimeUtc(abandoned) < DateTime.UtcNow.AddDays(-1))
                    Directory.Delete(abandoned, recursive: true);
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static (string Onnx, string Evaluation) Files(string entry) => (Path.Combine(entry, "model.onnx"), Path.Combine(entry, "evaluation.json"));

    static string Write(TrainedModel model)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(Format);
        json.Name("onnx").Value(model.OnnxHash);
        json.Name("training").Value(model.TrainingRows);
        json.Name("heldOut").Value(model.HeldOutRows);
        MeasurementJson.Write(json.Name("metrics"), model.Measurements);
        json.Name("notes").Array();
        foreach (var note in model.Notes)
            json.Value(note);
        json.End();
        return json.End().ToString();
    }

    static TrainedModel Read(byte[] onnx, JsonValue root)
    {
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        return new(
            onnx,
            root.Required("onnx").AsString(),
            root.Required("training").AsInteger(),
            root.Required("heldOut").AsInteger(),
            MeasurementJson.Read(root.Required("metrics")),
            [.. root.Required("notes").AsArray().Select(note => note.AsString())]);
    }
}
