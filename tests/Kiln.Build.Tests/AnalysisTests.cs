namespace Kiln.Build.Tests;

/// <summary>The package in a project that uses ML.NET by hand: no dataset, no model.</summary>
public sealed class AnalysisTests(Packages packages)
{
    const string MachineLearning = """<ItemGroup><PackageReference Include="Microsoft.ML" Version="5.0.1" /></ItemGroup>""";

    /// <summary>A real finding of each kind: a warning, one that is advice by default, and code that trains.</summary>
    const string Program = """
        using Microsoft.ML;

        Row[] rows = [new() { X = 1, Y = 2 }, new() { X = 2, Y = 4 }, new() { X = 3, Y = 6 }, new() { X = 4, Y = 8 }];
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable(rows);
        var pipeline = ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.Sdca("Y"));
        var model = pipeline.Fit(data);
        Console.WriteLine(rows[0].X == float.NaN ? "missing" : $"{model.Transform(data).Schema.Count} columns");

        public sealed class Row
        {
            public float X { get; set; }

            public float Y { get; set; }
        }
        """;

    const string Split = """
        using Microsoft.ML;

        public static class Parts
        {
            public static DataOperationsCatalog.TrainTestData Of(IDataView data)
            {
                var context = new MLContext();
                return context.Data.TrainTestSplit(data);
            }
        }
        """;

    [Fact]
    public void The_first_build_finds_what_is_wrong_and_does_nothing_else()
    {
        var project = App();

        var build = project.Build().Succeeds();

        Assert.Equal(0, build.HostStart);
        Assert.Contains("Program.cs(4,10): warning KILN6001: ", build.Output);
        Assert.Contains("Program.cs(8,19): warning KILN7003: ", build.Output);
        Assert.DoesNotContain("Split.cs(7,23): warning", build.Output);
        Assert.Equal(["App.csproj", "Program.cs", "Split.cs"], project.Files(".").Where(file => !file.StartsWith("bin/") && !file.StartsWith("obj/")));
        Assert.Empty(project.Files("obj/kiln"));
        Assert.Empty(project.Files("obj/Debug/net10.0/kiln"));
        Assert.Empty(project.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void A_mode_silences_or_raises_and_what_the_project_says_wins()
    {
        var project = App();

        Assert.DoesNotContain("KILN6", project.Build("-p:KilnAnalysisMode=None").Succeeds().Output);

        var all = project.Build("--no-restore", "-p:KilnAnalysisMode=all").Succeeds();
        Assert.Contains("Program.cs(4,10): warning KILN6001: ", all.Output);
        Assert.Contains("Split.cs(7,23): warning KILN6001: ", all.Output);

        project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.KILN6001.severity = none\ndotnet_diagnostic.KILN7003.severity = error\n");
        var own = project.Build("--no-restore", "-p:KilnAnalysisMode=All").Fails();
        Assert.DoesNotContain("KILN6001", own.Output);
        Assert.Contains("Program.cs(8,19): error KILN7003: ", own.Output);
    }

    ConsumerProject App() =>
        new ConsumerProject(packages, "App", Penguins.Executable + MachineLearning).Write("Program.cs", Program).Write("Split.cs", Split);
}
