namespace Kiln.Build.Tests;

/// <summary>Who uses a library with a model gets what predicts, what the model is, and nothing that trains.</summary>
public sealed class PackedLibraryTests(Packages packages)
{
    const int MegaByte = 1 << 20;

    [Theory]
    [InlineData("")]
    [InlineData("PrivateAssets=\"all\"")]
    public void Its_user_restores_the_runtime_only(string how)
    {
        var library = Library($"""<PackageReference Include="kiln" Version="{packages.Version}" {how} />""");
        library.Dotnet("pack", "-o", packages.Feed).Succeeds();
        var user = new ConsumerProject(packages, "User", $"""
            {Penguins.Executable}
            <ItemGroup><PackageReference Include="{Id(library)}" Version="1.0.0" /></ItemGroup>
            """, refersToKiln: false).Write("Program.cs", "Console.WriteLine(Guess.Species());");
        user.Environment["NUGET_PACKAGES"] = user["packages"];

        user.Build().Succeeds();

        Assert.Contains(Penguins.Answer, user.Start("bin/Debug/net10.0/User").Succeeds().Output);
        Assert.Equal(["kiln.runtime", Id(library).ToLowerInvariant()], Folders(user["packages"]));
        var bytes = new DirectoryInfo(user["packages"]).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assert.InRange(bytes, 1, 2 * MegaByte);
    }

    [Fact]
    public void It_says_what_its_model_is()
    {
        var library = Library($"""<PackageReference Include="Kiln" Version="{packages.Version}" />""", "<GenerateDocumentationFile>true</GenerateDocumentationFile>");
        // No lock of a model that is packed, and one of NuGet's.
        library.Write("Other.lock.json", "{}").Write("packages.lock.json", """{ "version": 1, "dependencies": {} }""");
        var written = library.Dotnet("build", "-t:KilnCard", "-tl:on").Succeeds();
        Assert.Contains("SpeciesModel.card.md was written; 7 fields are open", written.Output);
        library.Dotnet("pack", "-o", "out", "-p:NoWarn=CS1591").Succeeds();

        var id = Id(library);
        var package = library[$"out/{id}.1.0.0.nupkg"];
        Assert.Equal(
            [
                $"buildTransitive/{id}.targets", "kiln/SpeciesModel.cdx.json", "kiln/SpeciesModel.lock.json", "kiln/SpeciesModel.model-card.md", "kiln/data/penguins.schema.json",
                "kiln/report.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx",
            ],
            Package.Entries(package));
        Assert.Equal("kiln/report.md", Package.Nuspec(package).Value("readme"));
    }

    [Fact]
    public void Its_own_readme_and_its_other_dependencies_stay()
    {
        var library = Library($"""
            <PackageReference Include="Kiln" Version="[{packages.Version}, 2.0.0)" />
            <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
            <None Include="README.md" Pack="true" PackagePath="" />
            """, "<PackageReadmeFile>README.md</PackageReadmeFile>");
        library.Write("README.md", "# Penguins");
        library.Dotnet("pack", "-o", "out").Succeeds();

        var nuspec = Package.Nuspec(library[$"out/{Id(library)}.1.0.0.nupkg"]);
        Assert.Equal("README.md", nuspec.Value("readme"));
        Assert.Equal(
            [("Kiln.Runtime", $"[{packages.Version}, 2.0.0)"), ("Newtonsoft.Json", "13.0.3")],
            nuspec.Dependencies().Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    [Fact]
    public void Its_version_follows_its_model_and_its_history_says_who_uses_which()
    {
        var library = Library($"""<PackageReference Include="Kiln" Version="{packages.Version}" />""", "<KilnPackageVersion>true</KilnPackageVersion>");
        var id = Id(library);
        library.Write("README.md", "# Penguins").Write("SpeciesModel.card.md", "For penguins.");
        library.Build("-t:KilnRelease", "-c", "Release").Succeeds();
        library.Edit("SpeciesModel.cs", text => text.Replace("\"1.0.0\"", "\"1.1.0-beta.1\", Trainer = Trainer.Linear")).Dotnet("pack").Succeeds();
        var package = library[$"bin/Release/{id}.1.1.0-beta.1.nupkg"];
        Assert.Superset(new HashSet<string> { "README.md", "kiln/SpeciesModel.model-card.md", "kiln/SpeciesModel.lock.json", "kiln/data/penguins.schema.json", "kiln/report.md" }, new HashSet<string>(Package.Entries(package)));
        Assert.Equal("README.md", Package.Nuspec(package).Value("readme"));

        // What lies in obj is packed without a look at the source: under 1.0.0 only what 1.0.0 is.
        library.Edit("SpeciesModel.cs", text => text.Replace("1.1.0-beta.1", "1.0.0")).Build("-c", "Release").Succeeds();
        Assert.Matches(@"SpeciesModel\.lock\.json\(\d+,\d+\): error KILN3004: what would be packed as version 1\.0\.0 of 'SpeciesModel' is not what was released as that \(artifact ",
            library.Dotnet("pack", "--no-build", "-p:KilnLocked=true").Fails().Output);
        library.Edit("SpeciesModel.cs", text => text.Replace(", Trainer = Trainer.Linear", "")).Dotnet("pack").Succeeds();
        library.Dotnet("pack", "--no-build", "-p:KilnLocked=true").Succeeds();
        Assert.Contains("error KILN0008: KilnTrain is 'never', so no process may be started, but in a locked build one holds what is packed against what was released",
            library.Dotnet("pack", "--no-build", "-p:KilnLocked=true", "-p:KilnTrain=never", "-p:KilnPackageVersion=false").Fails().Output);

        System.Diagnostics.Process.Start("git", ["init", "-q", library.Directory]).WaitForExit();
        library.Write("apps/Shop/packages.lock.json", $$"""{ "version": 1, "dependencies": { "net10.0": { "{{id}}": { "type": "Direct", "resolved": "1.0.0" } } } }""");
        Assert.Contains("apps/Shop (1.0.0)", library.Build("-t:KilnHistory").Succeeds().Output);
        var history = File.ReadAllText(library["obj/Debug/net10.0/kiln/history.md"]);
        Assert.Matches(@"\| 1\.1\.0-beta\.1 \| no \|  \| 1\.1\.0-beta\.1 \(not released\) \|  \|\n\| 1\.0\.0 \| \d{4}-\d\d-\d\d \|  \| 1\.0\.0 \| apps/Shop \(1\.0\.0\) \|\n", history);

        library.Write("OtherModel.cs", Penguins.Model.Replace("SpeciesModel", "OtherModel"));
        Assert.Contains("error KILN0007: KilnPackageVersion is 'true', but this project has the models OtherModel, SpeciesModel; say whose version the package has: KilnPackageVersion=OtherModel",
            library.Dotnet("pack").Fails().Output);
    }

    ConsumerProject Library(string items, string properties = "") => new ConsumerProject(packages, $"Lib{Guid.NewGuid():N}", $"""
        <PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup>
        <ItemGroup>{items}</ItemGroup>
        {Penguins.Dataset}
        """, refersToKiln: false).WithModel();

    static string Id(ConsumerProject project) => Path.GetFileName(project.Directory);

    static IEnumerable<string> Folders(string directory) => Directory.GetDirectories(directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
