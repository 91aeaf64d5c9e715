namespace Kiln.Build.Tests;

/// <summary>What lies in an output is what was built, whatever lay there before and whatever its time says.</summary>
public sealed class CopyTests(Packages packages)
{
    const string Library = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" + Penguins.Dataset;

    [Fact]
    public void A_copy_that_is_another_file_is_made_anew_in_every_output()
    {
        var library = new ConsumerProject(packages, "Lib", Library).WithModel();
        const string Reference = """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>""";
        var between = new ConsumerProject(packages, "Between", "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" + Reference,
            beside: library, refersToKiln: false);
        var app = new ConsumerProject(packages, "App", Penguins.Executable + Reference.Replace("Lib", "Between"), beside: library, refersToKiln: false);
        app.Write("Program.cs", "Console.WriteLine(Guess.Species());");
        app.Dotnet("publish", "-o", "out", "-c", "Debug").Succeeds();
        string[] folders = [library["bin/Debug/net10.0/models"], between["bin/Debug/net10.0/models"], app["bin/Debug/net10.0/models"], app["out/models"]];
        var copies = folders.SelectMany(Directory.GetFiles).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Equal(8, copies.Count);

        // What a full disk left: newer than its source, and its first bytes only.
        foreach (var (file, content) in copies)
            File.WriteAllBytes(file, content[..(content.Length / 8)]);
        app.Dotnet("publish", "-o", "out", "-c", "Debug").Succeeds();
        Assert.All(copies, copy => Assert.Equal(copy.Value, File.ReadAllBytes(copy.Key)));

        // Of its source's size and time.
        foreach (var (file, content) in copies)
        {
            var time = File.GetLastWriteTimeUtc(file);
            File.WriteAllBytes(file, [.. content.Select(value => (byte)~value)]);
            File.SetLastWriteTimeUtc(file, time);
        }
        app.Dotnet("publish", "-o", "out", "-c", "Debug").Succeeds();
        Assert.All(copies, copy => Assert.Equal(copy.Value, File.ReadAllBytes(copy.Key)));
        Assert.Contains(Penguins.Answer, app.Start("out/App").Succeeds().Output);
        app.Build("--no-restore", "-question").Succeeds();
    }

    [Fact]
    public void An_older_version_of_a_packed_library_brings_its_older_model()
    {
        var id = $"Lib{Guid.NewGuid():N}";
        var library = new ConsumerProject(packages, id, Library).Write("data/penguins.csv", Penguins.Csv);
        Pack("1.0.0");
        Pack("2.0.0");
        var user = new ConsumerProject(packages, "User", $"""
            {Penguins.Executable}
            <ItemGroup><PackageReference Include="{id}" Version="$(LibVersion)" /></ItemGroup>
            """, refersToKiln: false);
        user.Write("Program.cs", "var model = Shop.Birds.SpeciesModel.Load(); Console.WriteLine($\"{model.Info.Type} {model.Info.Version}\");");

        foreach (var version in new[] { "2.0.0", "1.0.0" })
        {
            user.Dotnet("publish", "-o", "out", $"-p:LibVersion={version}", "-c", "Debug").Succeeds();

            Assert.Equal(["Shop.Birds+SpeciesModel.model.json", "Shop.Birds+SpeciesModel.onnx"], user.Files("out/models"));
            Assert.Contains($"Shop.Birds+SpeciesModel {version}", user.Start("bin/Debug/net10.0/User").Succeeds().Output);
            Assert.Contains($"Shop.Birds+SpeciesModel {version}", user.Start("out/User").Succeeds().Output);
        }

        void Pack(string version)
        {
            var model = Penguins.Model.Replace("1.0.0", version).Replace("using Kiln;", "").Replace("[", "[Kiln.").Replace("Metric.", "Kiln.Metric.");
            library.Write("Birds.cs", $"namespace Shop;\npublic static partial class Birds {{ {model} }}");
            library.Dotnet("pack", "-o", packages.Feed, $"-p:Version={version}").Succeeds();
        }
    }
}
