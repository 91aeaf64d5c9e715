using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Models;

/// <summary>
/// Models that would overwrite each other's files. The compiler tells them too, where it is not kept from it. Names that differ in case only are
/// one file on some machines, and a project is built on many.
/// </summary>
static class DuplicateModels
{
    public static IReadOnlyList<Diagnostic> Find(IReadOnlyList<ModelDefinition> models, string directory) =>
    [
        .. Same(models, model => ModelFileName.Format(model.Type), model => $"models/{ModelFileName.Format(model.Type)}.onnx", "rename one class", directory),
        .. Same(
            [.. models.DistinctBy(model => ModelFileName.Format(model.Type), StringComparer.OrdinalIgnoreCase)],
            model => LockPath(model, directory), model => Path.GetRelativePath(directory, LockPath(model, directory)),
            "rename one class, or move its file to another folder", directory),
    ];

    /// <summary>Full path of a model's lock: beside its source, named after its class.</summary>
    public static string LockPath(ModelDefinition model, string directory) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(model.Location.File, directory))!, model.Name + ".lock.json");

    static IEnumerable<Diagnostic> Same(
        IReadOnlyList<ModelDefinition> models, Func<ModelDefinition, string> key, Func<ModelDefinition, string> file, string advice, string directory)
    {
        foreach (var same in models.GroupBy(key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            var (source, line, column) = same.Last().Location;
            yield return new(Path.GetFullPath(source, directory), line, column, Ids.DuplicateModel,
                $"{string.Join(" and ", same.Select(model => $"'{model.Type}'"))} would overwrite each other's {file(same.Last())}; {advice}");
        }
    }
}
