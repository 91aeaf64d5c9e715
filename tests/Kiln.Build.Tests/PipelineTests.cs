namespace Kiln.Build.Tests;

/// <summary>Models that bring their own pipeline, some of it in another project.</summary>
public sealed class PipelineTests(Packages packages)
{
    const string MachineLearning = """<ItemGroup><PackageReference Include="Microsoft.ML" Version="5.0.1" ExcludeAssets="runtime;native" /></ItemGroup>""";

    const string Model = """
        using Kiln;
        using Microsoft.ML;

        [Model("penguins", Label = "species", Version = "1.0.0")]
        [Gate(Metric.MicroAccuracy, AtLeast = 0.8)]
        public sealed partial class SpeciesModel
        {
            static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms
                .Concatenate("Features", Measures.Columns())
                .Append(ml.Transforms.ReplaceMissingValues("Features"))
                .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(Columns.Species));
        }
        """;

    const string Measures = """
        public static class Measures
        {
            public static string[] Columns() => new[] { "bill_length_mm", "bill_depth_mm", "flipper_length_mm" };

            public static int Unrelated() => 1;
        }
        """;

    [Fact]
    public void It_trains_without_running_Main_and_without_bringing_MachineLearning_into_the_application()
    {
        var app = App(Penguins.Executable).Write("Measures.cs", Measures)
            .Write("Program.cs", """File.WriteAllText("main ran", ""); Console.WriteLine(Guess.Species());""");
        app.Dotnet("restore").Succeeds();

        Assert.Equal(0, app.Build("--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeds().HostStart);
        app.Build("--no-restore").Succeeds();

        Assert.False(File.Exists(app["main ran"]));
        Assert.Equal(Penguins.AppFiles, app.Files("bin/Debug/net10.0"));
        Assert.Contains(Penguins.Answer, app.Start("bin/Debug/net10.0/App").Succeeds().Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);
    }

    [Fact]
    public void What_it_uses_of_a_referenced_project_trains_again_and_nothing_else_there_does()
    {
        var app = App(Penguins.Executable + """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>""").Write("Program.cs", "Console.WriteLine(Guess.Species());");
        var library = new ConsumerProject(packages, "Lib", "<PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><LangVersion>latest</LangVersion></PropertyGroup>",
            beside: app, refersToKiln: false).Write("Measures.cs", Measures);
        app.Build().Succeeds();
        Assert.Contains("\"Lib\": ", File.ReadAllText(app["SpeciesModel.lock.json"]));

        library.Edit("Measures.cs", text => "// A comment.\n" + text.Replace("=> 1", "=> 2"));
        var unrelated = app.Build("--no-restore").Succeeds();
        Assert.Equal(1, unrelated.HostStart);
        Assert.DoesNotContain("trained, because", unrelated.Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);

        library.Edit("Measures.cs", text => text.Replace("\"bill_depth_mm\", \"flipper_length_mm\"", "\"flipper_length_mm\", \"bill_depth_mm\""));
        Assert.Contains("trained, because what its pipeline uses from Lib changed", app.Build("--no-restore").Succeeds().Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);
    }

    [Fact]
    public void An_exception_in_it_is_an_error_at_its_line()
    {
        var app = App(Penguins.Executable).Write("Program.cs", "Console.WriteLine(Guess.Species());").Write("Measures.cs", """
            static class Measures
            {
                public static string[] Columns() =>
                    throw new InvalidOperationException("no measures");
            }
            """);

        Assert.Matches(@"Measures\.cs\(4,\d+\): error KILN0016: the pipeline of 'SpeciesModel' failed: InvalidOperationException: no measures; ", app.Build().Fails().Output);
    }

    [Theory]
    [InlineData("Environment.Exit(0)", @"SpeciesModel\.cs\(8,\d+\): error KILN0016: the pipeline of 'SpeciesModel' ended the host's process; ")]
    [InlineData("Thread.Sleep(-1)", "error KILN0006: the host did not finish within 10 s and was terminated; ")]
    public void One_that_does_not_come_back_does_not_pass(string does, string error)
    {
        var app = App(Penguins.Executable).Write("Program.cs", "Console.WriteLine(Guess.Species());").Write("Measures.cs", $$"""
            static class Measures
            {
                public static string[] Columns()
                {
                    {{does}};
                    return new[] { "bill_length_mm" };
                }
            }
            """);

        Assert.Matches(error, app.Build("-p:KilnTimeout=10").Fails().Output);
    }

    ConsumerProject App(string body) => new ConsumerProject(packages, "App", body + MachineLearning + Penguins.Dataset).WithModel().Write("SpeciesModel.cs", Model);
}
