using System.IO.Compression;
using System.Xml.Linq;

namespace Kiln.Build.Tests.Infrastructure;

static class Package
{
    /// <summary>The files of a package in order, without the ones every package has.</summary>
    public static IReadOnlyList<string> Entries(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>What a package says of itself.</summary>
    public static XDocument Nuspec(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec);
    }

    /// <summary>The packages it depends on, for each of its frameworks.</summary>
    public static IEnumerable<XElement> Dependencies(this XDocument nuspec) => nuspec.Descendants().Where(element => element.Name.LocalName == "dependency");

    public static string? Value(this XDocument nuspec, string element) =>
        nuspec.Descendants().FirstOrDefault(candidate => candidate.Name.LocalName == element)?.Value;
}
