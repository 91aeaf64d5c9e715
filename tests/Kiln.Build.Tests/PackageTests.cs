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
            "build/Kiln.AcceptData.targets",
            "build/Kiln.Analysis.targets",
            "build/Kiln.Bump.targets",
            "build/Kiln.Card.targets",
            "build/Kiln.Contracts.targets",
            "build/Kiln.Datasets.targets",
            "build/Kiln.FastUpToDateCheck.targets",
            "build/Kiln.Help.targets",
            "build/Kiln.Interchange.targets",
            "build/Kiln.Links.targets",
            "build/Kiln.Locked.targets",
            "build/Kiln.Locks.targets",
            "build/Kiln.Models.targets",
            "build/Kiln.Monitor.targets",
            "build/Kiln.Outputs.targets",
            "build/Kiln.Pack.targets",
            "build/Kiln.PackageVersion.targets",
            "build/Kiln.Packages.targets",
            "build/Kiln.PackedDependency.targets",
            "build/Kiln.Paths.targets",
            "build/Kiln.PrimaryFramework.targets",
            "build/Kiln.Release.targets",
            "build/Kiln.Report.targets",
            "build/Kiln.Runs.targets",
            "build/Kiln.Start.targets",
            "build/Kiln.Summary.targets",
            "build/Kiln.Supported.targets",
            "build/Kiln.TestRows.targets",
            "build/Kiln.Train.targets",
            "build/Kiln.Tune.targets",
            "build/Kiln.proj",
            "build/Kiln.props",
            "build/Kiln.targets",
            "build/PackedModels.targets",
            "buildMultiTargeting/Kiln.targets",
            "config/all.globalconfig",
            "config/none.globalconfig",
            "lib/net8.0/_._",
            "schemas/contract.schema.json",
            "schemas/lock.schema.json",
            "schemas/result.schema.json",
            "tasks/netstandard2.0/Kiln.Tasks.dll",
        ],
        Package.Entries(PathOf("Kiln")));

    [Fact]
    public void The_runtime_holds_exactly_this() => Assert.Equal(
        ["LICENSE", "README.md", "buildTransitive/Kiln.Runtime.props", "buildTransitive/Kiln.Runtime.targets", "lib/net8.0/Kiln.dll", "lib/net8.0/Kiln.xml"],
        Package.Entries(PathOf("Kiln.Runtime")));

    [Fact]
    public void What_tests_use_holds_exactly_this_and_asks_for_the_runtime()
    {
        Assert.Equal(
            ["LICENSE", "README.md", "buildTransitive/Kiln.Testing.targets", "lib/net8.0/Kiln.Testing.dll", "lib/net8.0/Kiln.Testing.xml"],
            Package.Entries(PathOf("Kiln.Testing")));
        Assert.Equal([("Kiln.Runtime", packages.Version)], Dependencies("Kiln.Testing").Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    [Theory]
    [InlineData("Kiln.Extensions.DependencyInjection", "Kiln.Runtime")]
    [InlineData("Kiln.AspNetCore", "Kiln.Extensions.DependencyInjection", "Kiln.Runtime")]
    public void What_services_use_holds_exactly_this_and_asks_for_abstractions_at_most(string id, params string[] own)
    {
        Assert.Equal(["LICENSE", "README.md", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"], Package.Entries(PathOf(id)));
        var dependencies = Dependencies(id).Select(dependency => (Id: dependency.Attribute("id")!.Value, Version: dependency.Attribute("version")!.Value)).ToList();
        Assert.Equal(own.Select(name => (name, packages.Version)), dependencies.Where(dependency => dependency.Id.StartsWith("Kiln", StringComparison.Ordinal)));
        // Floors that an application on .NET 8 has.
        Assert.All(dependencies.Skip(own.Length), dependency =>
        {
            Assert.Matches(@"^Microsoft\.Extensions\.(.+\.Abstractions|Options)$", dependency.Id);
            Assert.StartsWith("8.0.", dependency.Version);
        });
    }

    [Fact]
    public void Kiln_asks_for_its_own_runtime_and_host_and_nothing_else()
    {
        var dependencies = Dependencies("Kiln").Select(dependency => (
            dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value, dependency.Attribute("include")?.Value));

        Assert.Equal([("Kiln.Runtime", packages.Version, null), ("Kiln.Host", $"[{packages.Version}]", "BuildTransitive")], dependencies);
        Assert.Empty(Dependencies("Kiln.Runtime"));
        Assert.Empty(Dependencies("Kiln.Host"));
    }

    [Fact]
    public void The_host_is_tools_only()
    {
        var entries = Package.Entries(PathOf("Kiln.Host"));

        Assert.Equal(
            ["LICENSE", "README.md", "buildTransitive/Kiln.Host.props"],
            entries.Where(entry => !entry.StartsWith(Tools, StringComparison.Ordinal)));
        foreach (var file in new[] { "Kiln.Host.dll", "Kiln.Host.deps.json", "Kiln.Host.runtimeconfig.json", "Kiln.dll" })
            Assert.Contains(Tools + file, entries);
        Assert.DoesNotContain(entries, entry => Path.GetExtension(entry) is ".pdb" or ".xml" or ".dbg" or ".dwarf" or ".lib" or ".exe");
    }

    [Fact]
    public void The_host_has_the_natives_of_the_systems_that_train()
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
    [InlineData("Kiln.Runtime", 1)]
    [InlineData("Kiln", 2)]
    [InlineData("Kiln.Host", 170)]
    public void A_package_stays_below_its_size(string id, int megaBytes) =>
        Assert.InRange(new FileInfo(PathOf(id)).Length, 0, (long)megaBytes * MegaByte);

    string PathOf(string id) => Path.Combine(packages.Feed, $"{id}.{packages.Version}.nupkg");

    IEnumerable<XElement> Dependencies(string id) => Package.Nuspec(PathOf(id)).Dependencies();
}
