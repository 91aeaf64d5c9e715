using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Kiln.Host.Packages;

/// <summary>A package with models: a .nupkg file, or the folder that NuGet unpacked one into.</summary>
/// <param name="Version">The package's.</param>
/// <param name="Models">What the manifests in it say.</param>
sealed record PackageFile(string Version, IReadOnlyList<PackedModel> Models)
{
    const string Folder = "models/";

    /// <returns>Null where it cannot be read, or is another package.</returns>
    public static PackageFile? Read(string path, string id)
    {
        try
        {
            using var package = ZipFile.OpenRead(path);
            var specification = package.Entries.FirstOrDefault(entry => !entry.FullName.Contains('/') && entry.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase));
            if (specification is null)
                return null;
            using var text = specification.Open();
            var facts = XDocument.Load(text).Root!.Elements().First(element => element.Name.LocalName == "metadata").Elements().ToLookup(element => element.Name.LocalName, element => element.Value);
            if (!string.Equals(facts["id"].FirstOrDefault(), id, StringComparison.OrdinalIgnoreCase) || facts["version"].FirstOrDefault() is not { } version)
                return null;
            return new(version, [.. package.Entries.Where(entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal) && entry.Name.EndsWith(PackedModel.Ending, StringComparison.Ordinal))
                .Select(entry => PackedModel.Read(Content(entry))).OfType<PackedModel>()]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or XmlException or InvalidOperationException)
        {
            return null; // It is being written, or is none.
        }
    }

    /// <summary>A version of the package as NuGet unpacked it.</summary>
    /// <returns>Null where it has no models, or cannot be read.</returns>
    public static PackageFile? ReadUnpacked(string folder)
    {
        var models = Path.Combine(folder, "models");
        try
        {
            return Directory.Exists(models) ? new(Path.GetFileName(folder), [.. Directory.GetFiles(models, "*" + PackedModel.Ending).Select(file => PackedModel.Read(File.ReadAllBytes(file))).OfType<PackedModel>()]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // NuGet is unpacking it, or deletes it.
        }
    }

    static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
