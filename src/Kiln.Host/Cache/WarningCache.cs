using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;

namespace Kiln.Host.Cache;

/// <summary>
/// What only a training warns of, kept with the trained model on this machine: it is said once, and what code scanners read has it as long as it is so.
/// </summary>
/// <param name="directory">The project's folder.</param>
sealed class WarningCache(CacheFolder folder, string directory)
{
    const string FileName = "warnings.json";

    public void Put(ModelPlan plan, TrainedModel model, IReadOnlyList<Diagnostic> warnings)
    {
        if (warnings.Count == 0)
            return;
        var json = new JsonWriter().Object().Name("inputs").Value(Inputs(plan));
        json.Name("warnings").Array();
        foreach (var warning in warnings)
        {
            json.Object().Name("id").Value(warning.Id).Name("message").Value(warning.Message);
            if (!IsAtModel(plan, warning))
                json.Name("file").Value(Path.GetRelativePath(directory, warning.File).Replace('\\', '/')).Name("line").Value(warning.Line).Name("column").Value(warning.Column);
            json.End();
        }
        json.End();
        var text = json.End().ToString();
        folder.Put(plan.Key, FileName, $"{Seal(text, plan, model)}\n{text}");
    }

    /// <summary>At their places, as far as these are still known: at the class wherever it stands now, and in files that have changed since at no line.</summary>
    public IReadOnlyList<Diagnostic> Find(ModelPlan plan, TrainedModel model) => folder.Read(plan.Key, FileName, text => Read(text, plan, model)) ?? [];

    IReadOnlyList<Diagnostic>? Read(string text, ModelPlan plan, TrainedModel model)
    {
        if (text.Split('\n', 2) is not [var seal, var json] || seal != Seal(json, plan, model))
            return null;
        var root = JsonReader.Read(json);
        var isSame = root.Required("inputs").AsString() == Inputs(plan);
        return [.. root.Required("warnings").AsArray().Select(warning => Read(warning, plan.Definition.Location, isSame))];
    }

    Diagnostic Read(JsonValue warning, Location model, bool isSame)
    {
        var (file, line, column) = warning.Optional("file") is not { } named ? (Path.GetFullPath(model.File, directory), model.Line, model.Column)
            : (Path.GetFullPath(named.AsString(), directory), isSame ? (int)warning.Required("line").AsInteger() : 0, isSame ? (int)warning.Required("column").AsInteger() : 0);
        return new(file, line, column, warning.Required("id").AsString(), warning.Required("message").AsString(), IsWarning: true);
    }

    bool IsAtModel(ModelPlan plan, Diagnostic warning) => plan.Definition.Location is var (file, line, column)
        && warning.File == Path.GetFullPath(file, directory) && warning.Line == line && warning.Column == column;

    /// <summary>The files whose lines are named.</summary>
    static string Inputs(ModelPlan plan) => new Fingerprint().Add(plan.InputHashes).ToString();

    /// <summary>A bit that flipped on the disk is found wherever it is, and values of a column that is classified since are not named again.</summary>
    static string Seal(string text, ModelPlan plan, TrainedModel model) => new Fingerprint().Add("warnings 1").Add(model.OnnxHash).Add(plan.Contract.Classified).Add(text).ToString();
}
