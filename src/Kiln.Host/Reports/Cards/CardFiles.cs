using Kiln.Contracts.Models;
using Kiln.Host.Files;

namespace Kiln.Host.Reports.Cards;

/// <summary>The two files of each model's card: one for people, and one for tools.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="temporary">Where they are written first.</param>
sealed class CardFiles(string folder, string temporary)
{
    const string Text = ".model-card.md";

    const string Bom = ".cdx.json";

    /// <summary>Writes them, and takes away those of models that are gone, or ship as another version than the project is at, which they would travel with.</summary>
    /// <param name="outcomes">Of the models that were asked for; the last card of one that failed stays.</param>
    /// <param name="isWhole">Whether these are all models of the project.</param>
    /// <returns>Their full paths.</returns>
    /// <exception cref="Diagnostics.BuildException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(IReadOnlyList<ModelOutcome> outcomes, bool isWhole)
    {
        ModelDefinition[] declared = [.. outcomes.Select(outcome => outcome.Definition)];
        var written = new List<string>();
        foreach (var outcome in outcomes)
        {
            if (outcome.Report is { } report)
            {
                Write(Text, ModelCard.Write(report));
                Write(Bom, ModelBom.Write(report));
            }
            else if (outcome.Shipped is not null)
                foreach (var ending in (string[])[Text, Bom])
                    File.Delete(PathOf(ending));

            void Write(string ending, string content)
            {
                written.Add(PathOf(ending));
                AtomicFile.WriteIfChanged(written[^1], content, temporary);
            }

            string PathOf(string ending) => Path.Combine(folder, ReportFile.NameOf(outcome.Definition, declared, ending));
        }
        foreach (var ending in isWhole ? (string[])[Text, Bom] : [])
            ReportFile.Prune(folder, ending, declared);
        return written;
    }
}
