namespace Kiln.Build.Tests;

/// <summary>Held-out rows travel with a project that tests a model, where it asks for them.</summary>
public sealed class TestRowsTests(Packages packages)
{
    [Fact]
    public void They_go_to_the_test_project_that_asks_and_to_nobody_else()
    {
        var library = new ConsumerProject(packages, "Lib", "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" + Penguins.Dataset).WithModel();
        var tests = new ConsumerProject(packages, "Tests", $"""
            {Penguins.Executable}
            <ItemGroup>
              <PackageReference Include="Kiln.Testing" Version="{packages.Version}" />
              <ProjectReference Include="../Lib/Lib.csproj" />
            </ItemGroup>
            """, beside: library, refersToKiln: false).Write("Program.cs", """
            using Kiln.Testing;

            var model = SpeciesModel.Load();
            try
            {
                var rows = model.HeldOutRows();
                Console.WriteLine($"{rows.Count} rows");
                model.ShouldBeInvariantTo(rows, row => row with { Island = "Biscoe", BillLengthMm = 50, BillDepthMm = 15, FlipperLengthMm = 230 });
            }
            catch (Exception e)
            {
                Console.WriteLine($"{e.GetType().Name}: {e.Message}");
            }
            """);

        Assert.Equal(0, tests.Build("-restore").Succeeds().Count("command=rows"));
        Assert.Contains("FileNotFoundException: There are no held-out rows of 'SpeciesModel' in ", tests.Start("bin/Debug/net10.0/Tests").Succeeds().Output);

        tests.Edit("Tests.csproj", text => text.Replace("</TargetFramework>", "</TargetFramework><KilnTestRows>true</KilnTestRows>"));
        var asked = tests.Build().Succeeds();
        Assert.Equal((0, 1), (asked.Count("command=train"), asked.Count("command=rows")));
        Assert.Equal(["SpeciesModel.rows.jsonl"], tests.Files("bin/Debug/net10.0/rows"));
        Assert.Empty(library.Files("bin/Debug/net10.0/rows"));
        var run = tests.Start("bin/Debug/net10.0/Tests").Succeeds().Output;
        Assert.Contains("81 rows", run);
        Assert.Contains("ModelTestException: SpeciesModel 1.0.0+data.", run);
        Assert.Contains("Input { Island = Biscoe, BillLengthMm = 50, ", run);
        Assert.Equal(0, tests.Build("-m:4").Succeeds().HostStart);
        tests.Dotnet("publish", "-o", "out").Succeeds();
        Assert.Empty(tests.Files("out/rows"));

        library.Edit("data/penguins.schema.json", text => text.Replace("\"name\": \"sex\",", "\"name\": \"sex\", \"classification\": \"personal\","));
        Assert.Contains("Model.cs(3,2): warning KILN0042: no held-out rows of 'SpeciesModel' go to test projects: its input 'sex' is classified as personal", tests.Build().Succeeds().Output);
        Assert.Equal(["rows.stamp"], library.Files("obj/Debug/net10.0/kiln/rows"));
    }
}
