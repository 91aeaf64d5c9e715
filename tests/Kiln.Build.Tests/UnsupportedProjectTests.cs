namespace Kiln.Build.Tests;

/// <summary>A project that cannot have models is told so once, and nothing else goes wrong for that reason.</summary>
public sealed class UnsupportedProjectTests(Packages packages)
{
    [Theory]
    [InlineData("fsproj", "<TargetFramework>net10.0</TargetFramework>", "KILN0021: this project is in F#, ")]
    [InlineData("vbproj", "<TargetFramework>net10.0</TargetFramework>", "KILN0021: this project is in Visual Basic, ")]
    [InlineData("csproj", "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>latest</LangVersion>", "KILN0022: this project targets netstandard2.0, ")]
    [InlineData("csproj", "<TargetFrameworks>netstandard2.0;netstandard2.1</TargetFrameworks>", "KILN0022: this project targets netstandard2.0;netstandard2.1, ")]
    [InlineData("csproj", "<TargetFramework>net10.0</TargetFramework><LangVersion>11.0</LangVersion>", "KILN0022: LangVersion is 11.0, ")]
    public void A_project_that_cannot_have_models_is_told_what_to_do(string kind, string properties, string said)
    {
        var project = new ConsumerProject(packages, "App", $"<PropertyGroup>{properties}</PropertyGroup>{Penguins.Dataset}").WithModel();
        File.Move(project["App.csproj"], project[$"App.{kind}"], overwrite: true);

        var build = project.Dotnet("build").Fails();

        // Twice: where it happens and in the summary.
        Assert.Equal(2, build.Count(": error "));
        Assert.Equal(2, build.Count($"App.{kind} : error {said}") + build.Count($"App.{kind}(1,1): error {said}"));
        Assert.Equal(0, build.Count(": warning "));
        Assert.False(File.Exists(project["data/penguins.schema.json"]));
    }

    [Fact]
    public void One_framework_that_can_have_models_is_enough()
    {
        var project = new ConsumerProject(packages, "App", """
            <PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion></PropertyGroup>
            """ + Penguins.Dataset).WithModel();
        foreach (var file in new[] { "SpeciesModel.cs", "Guess.cs" })
            project.Edit(file, text => $"#if NET\n{text}\n#endif\n");

        AssertNothingIsWrong(project.Build().Succeeds());
        Assert.True(File.Exists(project["bin/Debug/net10.0/models/SpeciesModel.onnx"]));
    }

    [Fact]
    public void A_reference_for_one_framework_only_is_enough()
    {
        var project = new ConsumerProject(packages, "App", $"""
            <PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion></PropertyGroup>
            <ItemGroup Condition="'$(TargetFramework)' == 'net10.0'">
              <PackageReference Include="Kiln" Version="{packages.Version}" />
              <Dataset Include="data/penguins.csv" />
            </ItemGroup>
            """, refersToKiln: false).WithModel();
        foreach (var file in new[] { "SpeciesModel.cs", "Guess.cs" })
            project.Edit(file, text => $"#if NET\n{text}\n#endif\n");

        AssertNothingIsWrong(project.Build().Succeeds());
        Assert.True(File.Exists(project["bin/Debug/net10.0/models/SpeciesModel.onnx"]));
    }

    /// <summary>That a contract was inferred is said at every first build.</summary>
    static void AssertNothingIsWrong(Run build) => Assert.Equal(build.Count(": warning KILN1019: "), build.Count(": warning "));
}
