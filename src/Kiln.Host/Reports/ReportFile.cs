using Kiln.Contracts.Models;

namespace Kiln.Host.Reports;

/// <summary>What the files of a model's report are called.</summary>
static class ReportFile
{
    /// <summary>By the class's name, as its lock; where two namespaces have one of that name, with the namespace.</summary>
    public static string NameOf(ModelDefinition model, IEnumerable<ModelDefinition> all, string ending) =>
        (all.Count(other => string.Equals(other.Name, model.Name, StringComparison.OrdinalIgnoreCase)) > 1 ? model.Type : model.Name) + ending;

    /// <summary>Deletes those of models that are gone.</summary>
    public static void Prune(string folder, string ending, IReadOnlyList<ModelDefinition> all)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + ending).ExceptBy(all.Select(model => NameOf(model, all, ending)), Path.GetFileName, StringComparer.OrdinalIgnoreCase).ToList())
            File.Delete(file);
    }
}
