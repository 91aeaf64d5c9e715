using System.IO.Compression;
using Kiln.Host.Packages;

namespace Kiln.Host.Tests.Packages;

public sealed class KnownPackagesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln packages ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What lies in the output folder may have been packed again since.</summary>
    [Fact]
    public void A_version_is_what_applications_restore_and_else_what_was_packed()
    {
        Restore("1.0.0-RC", "restored");
        Pack("1.0.0-rc", "packed");
        Pack("2.0.0", "packed");

        Assert.Equal([("1.0.0-RC", "restored"), ("2.0.0", "packed")], Find().Select(package => (package.Version, package.Models.Single().Artifact)));
    }

    [Fact]
    public void What_cannot_be_read_is_not_known()
    {
        Restore("1.0.0", "restored");
        var manifest = Restore("2.0.0", "restored");
        File.Delete(manifest);
        File.CreateSymbolicLink(manifest, Path.Combine(_folder, "nowhere"));

        Assert.Equal("1.0.0", Assert.Single(Find()).Version);
    }

    IReadOnlyList<PackageFile> Find() => KnownPackages.Find("Shop.Models", Path.Combine(_folder, "root"), [Path.Combine(_folder, "out"), Path.Combine(_folder, "none")]);

    string Restore(string version, string artifact)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "root", "shop.models", version, "models")).FullName, "M.model.json");
        File.WriteAllText(path, Manifest(artifact));
        return path;
    }

    void Pack(string version, string artifact)
    {
        using var package = ZipFile.Open(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName, $"Shop.Models.{version}.nupkg"), ZipArchiveMode.Create);
        Add("Shop.Models.nuspec", $"<package><metadata><id>Shop.Models</id><version>{version}</version></metadata></package>");
        Add("models/M.model.json", Manifest(artifact));

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    static string Manifest(string artifact) => $$"""{ "type": "M", "version": "1.0.0", "definition": "d", "data": "e", "onnx": "{{artifact}}" }""";
}
