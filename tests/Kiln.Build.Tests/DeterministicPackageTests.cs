using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Kiln.Build.Tests;

/// <summary>What is packed says nothing of the machine that packed it.</summary>
public sealed class DeterministicPackageTests(Packages packages)
{
    static readonly string[] Ids = ["Kiln.Runtime", "Kiln", "Kiln.Host"];

    [Fact]
    public void No_assembly_names_a_folder_of_the_machine()
    {
        var assemblies = Ids.SelectMany(id => Assemblies(PathOf(packages.Feed, id))).ToList();

        Assert.True(assemblies.Count > 6);
        Assert.All(assemblies, assembly =>
        {
            Assert.DoesNotContain(Packages.Repository, SourceFiles(assembly.Content));
            Assert.DoesNotContain(packages.Root, SourceFiles(assembly.Content));
        });
        Assert.Contains("/_/src/Kiln/Predictor.cs", SourceFiles(assemblies.First(assembly => assembly.Name.EndsWith("/Kiln.dll", StringComparison.Ordinal)).Content));
    }

    [Fact]
    public void Two_folders_pack_the_same_assemblies()
    {
        var folder = packages.NewDirectory();
        var clone = Path.Combine(folder, "a deeper", "clone");
        Git(folder, "clone", "--quiet", Packages.Repository, clone);
        foreach (var file in Git(Packages.Repository, "ls-files", "--modified", "--others", "--exclude-standard").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (File.Exists(Path.Combine(Packages.Repository, file)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(clone, file))!);
                File.Copy(Path.Combine(Packages.Repository, file), Path.Combine(clone, file), overwrite: true);
            }
        foreach (var project in new[] { "Kiln", "Kiln.Package" })
            packages.Pack(project, clone, Path.Combine(folder, "artifacts"), folder);

        foreach (var id in new[] { "Kiln.Runtime", "Kiln" })
            Assert.Equal(
                Assemblies(PathOf(packages.Feed, id)).Select(assembly => (assembly.Name, Convert.ToHexString(assembly.Content))),
                Assemblies(PathOf(folder, id)).Select(assembly => (assembly.Name, Convert.ToHexString(assembly.Content))));
    }

    string PathOf(string folder, string id) => Path.Combine(folder, $"{id}.{packages.Version}.nupkg");

    Run Git(string directory, params IEnumerable<string> arguments) => Dotnet.Start("git", directory, packages.Environment, arguments).Succeeds();

    /// <summary>Kiln's own.</summary>
    static List<(string Name, byte[] Content)> Assemblies(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries
            .Where(entry => entry.Name.StartsWith("Kiln", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => (entry.FullName, Content(entry)))];
    }

    static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The names of the source files in the embedded symbols, and whatever else is text in the assembly.</summary>
    static string SourceFiles(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        var embedded = reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = reader.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        var metadata = symbols.GetMetadataReader();
        return string.Join('\n', metadata.Documents.Select(document => metadata.GetString(metadata.GetDocument(document).Name))) + "\n" + Encoding.UTF8.GetString(assembly);
    }
}
