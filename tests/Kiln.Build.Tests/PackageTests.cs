using System.IO.Compression;
using System.Xml.Linq;

namespace Kiln.Build.Tests;

public sealed class PackageTests(Packages packages)
{
    const int MegaByte = 1 << 20;
    const string Tools = "tools/net10.0/";

    [Fact]
    public void Kiln_holds_exactly_this() => Assert.Equal(
        [
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/Kiln.Analyzers.dll",
            "analyzers/dotnet/cs/Kiln.CodeFixes.dll",
            "analyzers/dotnet/cs/Kiln.Contracts.dll",
            "analyzers/dotnet/cs/Kiln.Generators.dll",
            "build/Kiln.Analysis.targets",
            "build/Kiln.Contracts.targets",
            "build/Kiln.Copies.targets",
            "build/Kiln.Datasets.targets",
            "build/Kiln.Links.targets",
            "build/Kiln.Locked.targets",
            "build/Kiln.Locks.targets",
            "build/Kiln.Outputs.targets",
            "build/Kiln.Pack.targets",
            "build/Kiln.Paths.targets",
            "build/Kiln.PrimaryFramework.targets",
            "build/Kiln.Release.targets",
            "build/Kiln.Report.targets",
            "build/Kiln.Supported.targets",
            "build/Kiln.Train.targets",
            "build/Kiln.UpToDate.targets",
            "build/Kiln.props",
            "build/Kiln.targets",
            "build/PackedModels.targets",
            "buildMultiTargeting/Kiln.targets",
            "config/all.globalconfig",
            "config/none.globalconfig",
            "lib/net8.0/Kiln.dll",
            "lib/net8.0/Kiln.xml",
            "schemas/contract.schema.json",
            "tasks/netstandard2.0/Kiln.Tasks.dll",
        ],
        Package.Entries(PathOf("Kiln")));

    [Fact]
    public void Kiln_asks_for_its_own_trainer_and_nothing_else()
    {
        var dependency = Assert.Single(Dependencies("Kiln"));

        Assert.Equal("Kiln.Host", dependency.Attribute("id")!.Value);
        Assert.Equal($"[{packages.Version}]", dependency.Attribute("version")!.Value);
        Assert.Equal("BuildTransitive", dependency.Attribute("include")!.Value);
        Assert.Empty(Dependencies("Kiln.Host"));
    }

    [Fact]
    public void The_trainer_is_tools_only()
    {
        var entries = Package.Entries(PathOf("Kiln.Host"));

        Assert.Equal(
            ["LICENSE", "README.md", "buildTransitive/Kiln.Host.props", "buildTransitive/Kiln.Host.targets"],
            entries.Where(entry => !entry.StartsWith(Tools, StringComparison.Ordinal)));
        foreach (var file in new[] { "Kiln.Host.dll", "Kiln.Host.deps.json", "Kiln.Host.runtimeconfig.json", "Kiln.dll" })
            Assert.Contains(Tools + file, entries);
        Assert.DoesNotContain(entries, entry => Path.GetExtension(entry) is ".pdb" or ".xml" or ".dbg" or ".dwarf" or ".lib" or ".exe");
    }

    [Fact]
    public void The_trainer_has_the_natives_of_the_systems_that_train()
    {
        const string Runtimes = Tools + "runtimes/";
        var natives = Package.Entries(PathOf("Kiln.Host"))
            .Where(entry => entry.StartsWith(Runtimes, StringComparison.Ordinal))
            .Select(entry => entry[Runtimes.Length..])
            .ToList();

        Assert.Equal(
            ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "osx", "win-arm64", "win-x64"],
            natives.Select(native => native.Split('/')[0]).Distinct());
        string[] needed =
        [
            "linux-x64/native/lib_lightgbm.so", "win-x64/native/lib_lightgbm.dll", "osx-x64/native/lib_lightgbm.dylib",
            "linux-x64/native/libduckdb.so", "win-x64/native/duckdb.dll", "osx/native/libduckdb.dylib",
        ];
        Assert.Empty(needed.Except(natives));
    }

    [Theory]
    [InlineData("Kiln", 2)]
    [InlineData("Kiln.Host", 200)]
    public void A_package_stays_below_its_size(string id, int megaBytes) =>
        Assert.InRange(new FileInfo(PathOf(id)).Length, 0, (long)megaBytes * MegaByte);

    string PathOf(string id) => Path.Combine(packages.Feed, $"{id}.{packages.Version}.nupkg");

    IEnumerable<XElement> Dependencies(string id)
    {
        using var archive = ZipFile.OpenRead(PathOf(id));
        using var nuspec = archive.GetEntry($"{id}.nuspec")!.Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency")];
    }
}
