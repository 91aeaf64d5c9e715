using System.Text.Json;

namespace Kiln.Host.Packages;

/// <summary>Which applications of the repository use which version of a package, by their packages.lock.json: what NuGet restores for them, and nothing else, is what they ship.</summary>
static class PackageUses
{
    static readonly string[] Elsewhere = ["bin", "obj", "node_modules", ".git"];

    /// <param name="root">The repository.</param>
    /// <returns>The folder of each, relative to the root, with the version, by folder.</returns>
    public static IReadOnlyList<(string Project, string Version)> Find(string root, string id) =>
        [.. Files(root).SelectMany(file => Versions(file, id).Select(version => (Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'), version))).Distinct().Order()];

    /// <summary>The folder that holds source control's, or the project's own where there is none.</summary>
    public static string Root(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folder.FullName;
        return directory;
    }

    static IEnumerable<string> Files(string folder)
    {
        var file = Path.Combine(folder, "packages.lock.json");
        if (File.Exists(file))
            yield return file;
        foreach (var inner in Folders(folder).SelectMany(Files))
            yield return inner;
    }

    static IEnumerable<string> Folders(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).GetDirectories().Where(inner => inner.LinkTarget is null && !Elsewhere.Contains(inner.Name)).Select(inner => inner.FullName)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // What cannot be read is no application of this repository.
        }
    }

    static IReadOnlyList<string> Versions(string file, string id)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => string.Equals(package.Name, id, StringComparison.OrdinalIgnoreCase) && package.Value.TryGetProperty("resolved", out _))
                .Select(package => package.Value.GetProperty("resolved").GetString()!).Distinct()];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return []; // Another tool's file of that name.
        }
    }
}
