using System.Text;
using System.Text.Json;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Evaluation;
using Kiln.Host.Models;
using Kiln.Host.Training;
using Kiln.Onnx;

namespace Kiln.Host.Publishing;

/// <summary>The manifest beside the ONNX file: what the predictor must know of the model, and what the model knows of itself.</summary>
static class Manifest
{
    const int Format = 1;

    /// <returns>The file's content, in UTF-8.</returns>
    public static byte[] Write(ModelPlan plan, TrainedModel model)
    {
        using var content = JsonDocument.Parse(Content(plan, model).End().ToString());
        return Encoding.UTF8.GetBytes(Content(plan, model).Name(ManifestHash.Member).Value(ManifestHash.Compute(content.RootElement)).End().ToString());
    }

    /// <summary>All but the hash of it.</summary>
    static JsonWriter Content(ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(Format);
        json.Name("model").Value(plan.Name);
        json.Name("type").Value(plan.Definition.Type);
        json.Name("definition").Value(plan.DefinitionFingerprint);
        json.Name("version").Value(plan.InformationalVersion);
        json.Name("dataset").Value(plan.Dataset.Name);
        json.Name("label").Value(plan.Shape.LabelColumn?.Name ?? "");
        json.Name("task").Value(plan.Shape.Task.ToString());
        json.Name("classes").Strings(plan.Shape.Classes);
        ThresholdJson.Write(json, model.Threshold);
        if (plan.Shape.Interval is { } interval)
            json.Name("interval").Value(interval);
        json.Name("explains").Value(ScoreDivision.Create(plan.Shape, OnnxModel.Read(model.Onnx), out _) is not null);
        json.Name("inputs").Array();
        foreach (var input in plan.Shape.Inputs)
            json.Object(oneLine: true).Name("name").Value(input.Name).Name("type").Value(input.IsText ? "text" : "number").End();
        json.End();
        json.Name("outputs").Strings(ModelTrainer.Outputs(plan.Shape));
        json.Name("rows").Object(oneLine: true).Name("training").Value(model.TrainingRows).Name("heldOut").Value(model.HeldOutRows).End();
        json.Name("metrics").Object();
        foreach (var (name, metric) in model.Metrics.Where(metric => metric.Value.IsDefined))
            json.Name(name).Value(metric.Value);
        json.End();
        // A column may be classified since the model was trained.
        if (model.Profile is { } profile)
            ProfileJson.Write(json.Name(MonitorReading.Member), profile.Without(plan.Contract.Classified.ToHashSet()));
        json.Name("data").Value(plan.Data.Hash);
        return json.Name("onnx").Value(model.OnnxHash);
    }
}
