using Kiln.Host.Packages;

namespace Kiln.Host.Tests.Packages;

/// <summary>Who uses a package, by what NuGet locked.</summary>
public sealed class PackageUsesTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("kiln uses é").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Applications_of_the_repository_count_and_neither_outputs_nor_files_of_other_tools()
    {
        Write("apps/Shop/packages.lock.json", Lock("shop.models", "Direct", "2.3.1"));
        Write("apps/Web/packages.lock.json", Lock("Shop.Models", "Transitive", "2.3.0"));
        Write("apps/Own/packages.lock.json", """{ "version": 1, "dependencies": { "net10.0": { "Shop.Models": { "type": "Project" } } } }""");
        Write("apps/Web/obj/packages.lock.json", Lock("Shop.Models", "Direct", "1.0.0"));
        Write("tools/packages.lock.json", "not JSON");
        Write("tools/other/packages.lock.json", "[]");
        Write(".git/HEAD", "");

        Assert.Equal([("apps/Shop", "2.3.1"), ("apps/Web", "2.3.0")], PackageUses.Find(PackageUses.Root(Path.Combine(_root, "apps", "Shop")), "Shop.Models"));
    }

    static string Lock(string id, string type, string version) =>
        $$"""{ "version": 2, "dependencies": { "net10.0": { "{{id}}": { "type": "{{type}}", "resolved": "{{version}}" } }, "net10.0/linux-x64": { "{{id}}": { "type": "{{type}}", "resolved": "{{version}}" } } } }""";

    void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text);
    }
}
