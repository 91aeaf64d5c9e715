using Kiln.Contracts.Json;
using Kiln.Host.Cache;
using Kiln.Host.Incremental;
using Kiln.Host.Models;

namespace Kiln.Host.Store;

/// <summary>What stands in a store of one training: what went in, for people and for whoever takes it, and what came out.</summary>
static class StoredTraining
{
    const int Format = 1;

    public static string Write(ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object().Name("format").Value(Format).Name("version").Value(plan.InformationalVersion);
        foreach (var (name, value) in Origin(plan))
            json.Name(name).Value(value);
        return EvaluationJson.Write(json.Name("evaluation"), model, plan.Key).End().ToString();
    }

    /// <param name="text">What is stored.</param>
    /// <param name="plan">The model that it is to be.</param>
    /// <param name="find">The ONNX file of a hash.</param>
    /// <exception cref="FormatException">It is not what was written, or of another model; also <see cref="JsonFormatException"/>.</exception>
    public static TrainedModel Read(string text, ModelPlan plan, Func<string, byte[]> find)
    {
        var root = JsonReader.Read(text);
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        foreach (var (name, value) in Origin(plan))
            if (root.Required(name).AsString() != value)
                throw new FormatException($"it is of another {name}");
        return EvaluationJson.Read(root.Required("evaluation"), plan.Key, find);
    }

    /// <summary>All of it is in the key too.</summary>
    static IEnumerable<(string Name, string Value)> Origin(ModelPlan plan) =>
    [
        ("model", plan.Definition.Type), ("dataset", plan.Dataset.Name), ("definition", plan.DefinitionFingerprint), ("contract", plan.ContractFingerprint),
        ("data", plan.Data.Hash), ("references", plan.ReferencesFingerprint ?? ""), ("tuning", plan.Tuning?.Chosen?.Fingerprint ?? ""), ("tool", Tool.Version),
    ];
}
