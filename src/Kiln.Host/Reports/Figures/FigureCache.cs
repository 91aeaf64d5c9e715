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
        folder.Read(plan.Key, FileName, text => ModelFiguresJson.Read(text, model.OnnxHash, plan.Contract)) ?? (plan.HasData ? Measure(plan, model) : null);

    ModelFigures Measure(ModelPlan plan, TrainedModel model)
    {
        var figures = new FigureMeasure(plan, model, rows.Read(plan), baselines.GetUnkept(plan, model.Onnx)).Measure();
        folder.Put(plan.Key, FileName, ModelFiguresJson.Write(figures, model.OnnxHash, plan.Contract));
        return figures;
    }
}
