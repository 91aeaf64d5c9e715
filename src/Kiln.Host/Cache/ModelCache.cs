using System.Security.Cryptography;
using System.Text;
using Kiln.Contracts.Json;

namespace Kiln.Host.Cache;

/// <summary>
/// Trained models by the fingerprint of all that went into them. A model whose gate is missed is in here too:
/// moving the gate then measures it again and does not train it again.
/// </summary>
sealed class ModelCache(CacheFolder folder)
{
    const string OnnxFile = "model.onnx";
    const string EvaluationFile = "evaluation.json";
    const string ReleasedFolder = "released";

    /// <summary>The model of that key, or null when it is not here or not whole.</summary>
    /// <param name="key">What it was trained from.</param>
    /// <param name="damage">What is wrong with an entry that is not whole.</param>
    public TrainedModel? Find(string key, out string? damage)
    {
        damage = null;
        try
        {
            var (onnx, evaluation) = (folder.Find(key, OnnxFile), folder.Find(key, EvaluationFile));
            if (onnx is null && evaluation is null)
                return null;
            if (onnx is null || evaluation is null)
                throw new FormatException($"{(onnx is null ? OnnxFile : EvaluationFile)} is missing");
            return EvaluationJson.Read(JsonReader.Read(Encoding.UTF8.GetString(evaluation)), key, _ => onnx);
        }
        catch (Exception e) when (e is FormatException or JsonFormatException or IOException or UnauthorizedAccessException)
        {
            damage = e.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>Keeps the model. What says that it is whole is written last.</summary>
    public void Add(string key, TrainedModel model) =>
        folder.Put(key, (OnnxFile, model.Onnx), (EvaluationFile, Encoding.UTF8.GetBytes(EvaluationJson.Write(new(), model, key).ToString())));

    /// <summary>The ONNX file of a release; null where it is not here, or not as it was.</summary>
    /// <param name="hash">Its SHA-256.</param>
    public byte[]? FindReleased(string hash)
    {
        try
        {
            return folder.Find(ReleasedFolder, hash + ".onnx") is { } onnx && Hash(onnx) == hash ? onnx : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // It can be had from the store, or is compared without.
        }
    }

    /// <summary>Keeps what later models are compared with.</summary>
    public void AddReleased(byte[] onnx) => folder.Put(ReleasedFolder, (Hash(onnx) + ".onnx", onnx));

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
