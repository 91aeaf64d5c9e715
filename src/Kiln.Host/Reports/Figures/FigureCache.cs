using System.Text;
using Kiln.Contracts.Json;
using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Reports.Figures;

/// <summary>The figures of trained models. They are measured once and kept with the model: a build that trains nothing draws from what is kept and reads no data.</summary>
sealed class FigureCache(CacheFolder folder, BaselineCache baselines, RowReader rows)
{
    const string FileName = "figures.json";

    /// <returns>Null where they are not kept, and there are no data to measure them on.</returns>
    public ModelFigures? Get(ModelPlan plan, TrainedModel model) =>
        Find(plan, model) ?? (plan.HasData ? Measure(plan, model) : null);

    ModelFigures Measure(ModelPlan plan, TrainedModel model)
    {
        var figures = new FigureMeasure(plan, model, rows.Read(plan), baselines.GetUnkept(plan, model.Onnx)).Measure();
        folder.Put(plan.Key, (FileName, Encoding.UTF8.GetBytes(ModelFiguresJson.Write(figures, model.OnnxHash, plan.Contract))));
        return figures;
    }

    ModelFigures? Find(ModelPlan plan, TrainedModel model)
    {
        try
        {
            return folder.Find(plan.Key, FileName) is { } file ? ModelFiguresJson.Read(Encoding.UTF8.GetString(file), model.OnnxHash, plan.Contract) : null;
        }
        catch (Exception e) when (e is JsonFormatException or FormatException or IOException or UnauthorizedAccessException)
        {
            return null; // Not whole, so not here: they are measured again and replaced.
        }
    }
}
