using Kiln.Contracts;

namespace Kiln.Host.Packages;

/// <summary>The versions of a package that this machine has.</summary>
static class KnownPackages
{
    /// <param name="id">The package's.</param>
    /// <param name="root">The folder into which NuGet unpacks; empty where it is not known.</param>
    /// <param name="outputs">Folders of packages that the project packs.</param>
    /// <returns>Each version once, in ascending order: as it was restored, which is what applications have, and else as it was packed here.</returns>
    public static IReadOnlyList<PackageFile> Find(string id, string root, IReadOnlyList<string> outputs)
    {
        var unpacked = Path.Combine(root, id.ToLowerInvariant());
        var folders = root.Length > 0 && Directory.Exists(unpacked) ? Directory.GetDirectories(unpacked) : [];
        var files = outputs.Distinct().Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.nupkg"));
        return [.. folders.Select(PackageFile.ReadUnpacked).Concat(files.Select(file => PackageFile.Read(file, id))).OfType<PackageFile>()
            .DistinctBy(package => package.Version, StringComparer.OrdinalIgnoreCase).OrderBy(package => SemanticVersion.Parse(package.Version)).ThenBy(package => package.Version, StringComparer.Ordinal)];
    }
}
