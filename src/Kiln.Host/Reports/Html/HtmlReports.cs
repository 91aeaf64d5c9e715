using Kiln.Contracts.Models;
using Kiln.Host.Files;
using Kiln.Host.Reports.Figures;

namespace Kiln.Host.Reports.Html;

/// <summary>The files of the HTML report: one for each model, and one that leads to them.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="temporary">Where they are written first.</param>
sealed class HtmlReports(string folder, string temporary)
{
    /// <summary>The page that leads to those of the models.</summary>
    public const string Index = "report.html";

    const string Ending = ".report.html";

    /// <summary>Writes them, and takes away those of models that are gone.</summary>
    /// <param name="declared">The models that were asked for; the last page of one that has no report stays.</param>
    /// <param name="isWhole">Whether these are all models of the project.</param>
    /// <returns>Their full paths.</returns>
    /// <exception cref="Diagnostics.BuildException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(IReadOnlyList<(ModelReport Report, ModelFigures? Figures)> models, IReadOnlyList<ModelDefinition> declared, bool isWhole)
    {
        var named = models.Select(model => (model.Report, model.Figures, File: ReportFile.NameOf(model.Report.Plan.Definition, declared, Ending))).ToList();
        foreach (var (report, figures, file) in named)
            AtomicFile.WriteIfChanged(Path.Combine(folder, file), ModelPage.Write(report, figures), temporary);
        var index = Path.Combine(folder, Index);
        AtomicFile.WriteIfChanged(index, IndexPage.Write([.. named.Select(model => (model.Report, model.File))]), temporary);
        string[] written = [.. named.Select(model => Path.Combine(folder, model.File)), index];
        if (isWhole)
            ReportFile.Prune(folder, Ending, declared);
        return written;
    }
}
