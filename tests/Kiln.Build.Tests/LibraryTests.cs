namespace Kiln.Build.Tests;

/// <summary>A class library with the model, and an application that knows nothing of Kiln.</summary>
public sealed class LibraryTests(Packages packages)
{
    const string Library = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" + Penguins.Dataset;

    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:4")]
    [InlineData("-graph")]
    [InlineData("-mt")]
    public void The_application_that_refers_to_it_gets_the_model(string how)
    {
        var (_, app) = Projects();

        var build = app.Build("-restore", how).Succeeds();

        Assert.Equal(1, build.Count("command=train"));
        Assert.Equal(Penguins.ModelFiles, app.Files("bin/Debug/net10.0/models"));
        Assert.Contains(Penguins.Answer, app.Start("bin/Debug/net10.0/App").Succeeds().Output);
        app.Build("--no-restore", how, "-question").Succeeds();
    }

    [Fact]
    public void Publishing_the_application_publishes_the_model()
    {
        var (_, app) = Projects();

        app.Dotnet("publish", "-o", "out").Succeeds();

        Assert.Equal(Penguins.ModelFiles, app.Files("out/models"));
    }

    [Fact]
    public void Its_package_carries_the_model_to_users_and_to_users_of_users()
    {
        var (library, _) = Projects();
        var version = $"1.0.0-{Guid.NewGuid():N}";
        library.Dotnet("pack", "-o", packages.Feed, $"-p:Version={version}").Succeeds();

        var between = new ConsumerProject(packages, "Between", $"""
            <PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageId>Between.{version[6..]}</PackageId></PropertyGroup>
            <ItemGroup><PackageReference Include="Lib" Version="{version}" /></ItemGroup>
            """, refersToKiln: false);
        between.Write("Between.cs", "public static class Between { public static string Species() => Guess.Species(); }");
        between.Dotnet("pack", "-o", packages.Feed).Succeeds();
        var user = new ConsumerProject(packages, "User", $"""
            {Penguins.Executable}
            <ItemGroup><PackageReference Include="Between.{version[6..]}" Version="1.0.0" /></ItemGroup>
            """, refersToKiln: false);
        user.Write("Program.cs", "Console.WriteLine(Between.Species());");

        user.Dotnet("publish", "-o", "out").Succeeds();

        Assert.Equal(
            ["Between.dll", "Kiln.dll", "Lib.dll", "User.dll", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx"],
            user.Files("out").Where(file => Path.GetExtension(file) == ".dll" || file.Contains('/')));
        Assert.Contains(Penguins.Answer, user.Start("out/User").Succeeds().Output);
    }

    (ConsumerProject Library, ConsumerProject App) Projects()
    {
        var library = new ConsumerProject(packages, "Lib", Library).WithModel();
        const string Reference = """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>""";
        var app = new ConsumerProject(packages, "App", Penguins.Executable + Reference, beside: library, refersToKiln: false);
        app.Write("Program.cs", "Console.WriteLine(Guess.Species());");
        return (library, app);
    }
}
