using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Models that bring their own pipeline, from their compiled class to the published file.</summary>
public class OwnPipelineTests
{
    const string Features = """.Append(ml.Transforms.Concatenate("Features", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "island"))""";

    const string Start = """
        ml.Transforms.Categorical.OneHotEncoding("island")
            .Append(ml.Transforms.ReplaceMissingValues(new[] { new InputOutputColumnPair("bill_length_mm"), new InputOutputColumnPair("bill_depth_mm"), new InputOutputColumnPair("flipper_length_mm") }))
        """;

    const string Multiclass = Start + Features + """.Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("species"))""";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_multiclass_pipeline_trains_is_gated_and_published()
    {
        using var project = Ready("species", Multiclass);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.InRange(project.Lock("OwnModel").Metrics.Single(metric => metric.Key == "MicroAccuracy").Value.Value, 0.9, 1);
        Assert.Equal(["App.OwnModel.model.json", "App.OwnModel.onnx"], Directory.EnumerateFiles(project.Models).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_regression_and_a_binary_pipeline_train()
    {
        using var regression = Ready("body_mass_g", Start + Features + """.Append(ml.Regression.Trainers.LightGbm("body_mass_g", numberOfIterations: 20))""");
        using var binary = Ready("heavy", Start + Features + """.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("heavy"))""");

        foreach (var (project, metric) in new[] { (regression, "RSquared"), (binary, "AreaUnderRocCurve") })
        {
            var result = project.Train();
            Assert.True(result.Succeeded, result.Output);
            Assert.Contains(project.Lock("OwnModel").Metrics, value => value.Key == metric);
        }
    }

    [Fact]
    public void A_second_build_does_nothing_and_loads_nothing()
    {
        using var project = Ready("species", Multiclass);
        project.Train();

        Assert.StartsWith("verbose: nothing to do", project.Train().Output);
    }

    [Theory]
    [InlineData("Fail()", @"OwnModel\.cs\(14,\d+\): error KILN0016: the pipeline of 'OwnModel' failed: InvalidOperationException: no luck; .+")]
    [InlineData("null", @"OwnModel\.cs\(9,41\): error KILN0016: the pipeline of 'OwnModel' is null; .+")]
    [InlineData("ml.Transforms.CopyColumns(\"a\", \"islnd\")", @"OwnModel\.cs\(9,41\): error KILN0016: .*islnd.*; .+")]
    public void What_fails_in_a_pipeline_is_one_line_at_its_source(string pipeline, string error)
    {
        using var project = Ready("species", pipeline);

        Assert.Matches(error, project.Train().Error);
        Assert.False(Directory.Exists(project.Models));
    }

    [Fact]
    public void What_fails_in_a_static_constructor_is_told_at_its_line()
    {
        var source = Class("Other.Create(ml)") + "\nstatic class Other\n{\n    static readonly int Zero = int.Parse(\"none\");\n    public static IEstimator<ITransformer> Create(MLContext ml) => Zero > 0 ? null : null;\n}\n";
        using var project = Ready("species", source, 9);

        Assert.Matches(@"OwnModel\.cs\(18,\d+\): error KILN0016: .*FormatException.*; .+", project.Train().Error);
    }

    [Fact]
    public void What_fails_while_fitting_in_code_of_the_project_is_told_at_its_line()
    {
        const string Source = """
            using Microsoft.ML;

            namespace App;

            static class OwnModel
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms
                    .CustomMapping<In, Out>((row, result) => result.Size = Size(row.bill_length_mm), null)
                    .Append(ml.Transforms.Concatenate("Features", "Size"))
                    .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("species"));

                static float Size(float length) =>
                    throw new NotSupportedException("not yet");

                class In
                {
                    public float bill_length_mm { get; set; }
                }

                class Out
                {
                    public float Size { get; set; }
                }
            }
            """;
        using var project = Ready("species", Source, 7);

        Assert.Matches(@"OwnModel\.cs\(13,\d+\): error KILN0016: .*NotSupportedException: not yet; .+", project.Train().Error);
    }

    [Fact]
    public void What_a_pipeline_prints_is_no_error_of_the_build()
    {
        var source = Class(Multiclass).Replace("return", "Console.WriteLine(\"App.cs(1,1): error CS0001: printed\"); Console.Write(\"half\");\n        return");
        using var project = Ready("species", source, 9);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("\nverbose: pipeline: App.cs(1,1): error CS0001: printed\nverbose: pipeline: half\n", result.Output);
    }

    [Theory]
    [InlineData("heavy", Start, @"no 'Score'.*ml\.BinaryClassification\.Trainers")]
    [InlineData("heavy", Start + Features + ".Append(ml.BinaryClassification.Trainers.LinearSvm(\"heavy\"))", @"not 'Probability'.*Platt\(""heavy""\)")]
    [InlineData("species", Start + Features + ".Append(ml.Regression.Trainers.LightGbm(\"body_mass_g\"))", "'Score' of type Single.*MulticlassClassification")]
    [InlineData("body_mass_g", Start, @"no 'Score'.*ml\.Regression\.Trainers")]
    [InlineData("species", Start + Features + ".Append(ml.Transforms.CopyColumns(\"Score\", \"Features\"))", @"'Score' of type .*ml\.MulticlassClassification\.Trainers")]
    public void A_pipeline_that_gives_not_what_the_task_needs_says_how_to_get_it(string label, string pipeline, string error)
    {
        using var project = Ready(label, pipeline);

        var line = project.Train().Error;

        Assert.Matches(error, line);
        Assert.Matches(@"OwnModel\.cs\(9,41\): error KILN0019: .+; .+", line);
    }

    [Fact]
    public void Classes_in_another_order_than_the_contracts_are_refused()
    {
        const string ByOccurrence = "keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence";
        using var project = Ready("species", $"""
            ml.Transforms.Conversion.MapKeyToValue("text", "species").Append(ml.Transforms.Conversion.MapValueToKey("mine", "text", {ByOccurrence}))
                .Append({Start}){Features}.Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("mine"))
            """);

        Assert.Matches(@"KILN0019: .*order (?!Adelie, Chinstrap)\w+, \w+, \w+, .*Adelie, Chinstrap, Gentoo; .*'species'", project.Train().Error);
    }

    [Fact]
    public void A_step_that_is_not_exported_is_named_at_the_pipeline()
    {
        using var project = Ready("species", Start + ".Append(ml.Transforms.NormalizeBinning(\"flipper_length_mm\"))" + Features + ".Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(\"species\"))");

        Assert.Matches(@"OwnModel\.cs\(9,41\): error KILN0014: NormalizingTransformer.+; use NormalizeMinMax, .+[^.]$", project.Train().Error);
    }

    [Fact]
    public void A_pipeline_that_reads_its_label_is_told_at_the_pipeline()
    {
        using var project = Ready("body_mass_g", """
            ml.Transforms.Concatenate("Features", "flipper_length_mm", "body_mass_g")
                .Append(ml.Transforms.ReplaceMissingValues("Features")).Append(ml.Regression.Trainers.LightGbm("body_mass_g"))
            """);

        Assert.Matches(@"OwnModel\.cs\(9,41\): error KILN0014: the column 'body_mass_g', .+; leave it out: .+ not the label$", project.Train().Error);
    }

    [Fact]
    public void What_it_uses_of_another_project_is_locked_and_trains_again_when_it_changes()
    {
        using var project = WithLibrary("\"bill_length_mm\", \"bill_depth_mm\"");
        Assert.True(project.Train().Succeeded);
        var locked = Assert.Single(project.Lock("OwnModel").References);
        Assert.Equal("Lib", locked.Assembly);
        Assert.Contains(Path.Combine("Debug", "Lib.dll"), File.ReadAllText(project.StampPath));
        Assert.StartsWith("verbose: nothing to do", project.Train().Output);

        project.CompileReference("Lib", "// A comment.\n" + Library("\"bill_length_mm\", \"bill_depth_mm\"") + "public static class More { }");
        Assert.Equal(0, project.Train().Trained);
        project.CompileReference("Lib", Library("\"bill_length_mm\", \"bill_depth_mm\""), optimize: true, folder: "Release");
        Assert.Equal(0, project.Train().Trained);
        Assert.Equal(locked, Assert.Single(project.Lock("OwnModel").References));

        Assert.True(project.Release().Succeeded);
        project.CompileReference("Lib", Library("\"bill_length_mm\", \"flipper_length_mm\""));
        var result = project.Train();
        Assert.Contains("because what its pipeline uses from Lib changed", result.Output);
        Assert.Contains("a minor version is due since 1.0.0 because what its pipeline uses from other projects changed", result.Output);
    }

    [Fact]
    public void A_model_without_a_pipeline_of_its_own_has_no_references_in_its_lock_or_stamp()
    {
        using var project = WithLibrary("\"bill_length_mm\"");
        project.Compile(RoadProject.Model("OwnModel", "penguins", "species"));

        Assert.True(project.Train().Succeeded);

        Assert.DoesNotContain("references", File.ReadAllText(Path.Combine(project.Directory, "OwnModel.lock.json")));
        Assert.DoesNotContain("Lib.dll", File.ReadAllText(project.StampPath));
    }

    [Theory]
    [InlineData("5.0.1", @"\(9,41\): error KILN0016: .*MissingMethodException.*Measures\.Columns")]
    [InlineData("4.0.0", @"\(9,41\): error KILN0018: the pipeline of 'OwnModel' was compiled against ML\.NET 4\.0\.0, but Kiln trains with 5\.0\.1: .*Columns.*; reference Microsoft\.ML 5\.0\.1")]
    public void What_another_version_lacks_is_told_with_both_versions(string version, string error)
    {
        using var project = WithLibrary("\"bill_length_mm\"");
        project.CompileReference("Lib", "public static class Measures { }");
        project.CompileReference("Microsoft.ML.Core", $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{version}+abc\")]");

        Assert.Matches(@"OwnModel\.cs" + error, project.Train().Error);
    }

    [Fact]
    public void A_helper_that_uses_what_is_missing_is_told_where_it_is_called()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", WithHeavy());
        project.InferContracts();
        project.CompileReference("Lib", Library("\"bill_length_mm\""));
        project.Compile("OwnModel.cs", Class("Fail()").Replace("throw new InvalidOperationException(\"no luck\")", "new MLContext().Transforms.Concatenate(\"Features\", Measures.Columns())"),
            Model("species", 9, "Lib|M:Measures.Columns"));
        project.CompileReference("Lib", "public static class Measures { }");

        Assert.Matches(@"OwnModel\.cs\(11,\d+\): error KILN0016: .*Measures\.Columns", project.Train().Error);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_are_refused()
    {
        using var project = Ready("species", Start + Features
            + """.Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron("species"), "species", useProbabilities: false))""");

        Assert.Matches(@"OwnModel\.cs\(9,41\): error KILN0019: .*not a probability per class.*; .+", project.Train().Error);
    }

    static RoadProject WithLibrary(string columns)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", WithHeavy());
        project.InferContracts();
        project.CompileReference("Lib", Library(columns));
        project.Compile("OwnModel.cs", Class("""
            ml.Transforms.Concatenate("Features", Measures.Columns()).Append(ml.Transforms.ReplaceMissingValues("Features"))
                .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("species"))
            """), Model("species", 9, "Lib|M:Measures.Columns"));
        return project;
    }

    static string Library(string columns) => $"public static class Measures {{ public static string[] Columns() => new[] {{ {columns} }}; }}";

    static RoadProject Ready(string label, string pipeline) => Ready(label, Class(pipeline), 9);

    /// <param name="line">Where the method stands.</param>
    static RoadProject Ready(string label, string source, int line)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", WithHeavy());
        project.InferContracts();
        project.Compile("OwnModel.cs", source, Model(label, line));
        return project;
    }

    static ModelDefinition Model(string label, int line, params string[] uses) => new()
    {
        Name = "OwnModel", Type = "App.OwnModel", Dataset = "penguins", Label = label, Version = "1.0.0",
        Pipeline = new("of the source", uses, new("OwnModel.cs", line, 41)), Location = new("OwnModel.cs", 7, 2),
    };

    static string Class(string pipeline) => $$"""
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace App;

        static class OwnModel
        {

            static IEstimator<ITransformer> Pipeline(MLContext ml)
            {
                return {{pipeline}};
            }

            static IEstimator<ITransformer> Fail() => throw new InvalidOperationException("no luck");
        }
        """;

    /// <summary>The penguins with a yes-or-no column.</summary>
    static string WithHeavy()
    {
        var lines = Penguins.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return $"{lines[0]},heavy\n" + string.Concat(lines.Skip(1).Select(line => $"{line},{(IsHeavy(line.Split(',')) ? "true" : "false")}\n"));
    }

    static bool IsHeavy(string[] cells) => int.TryParse(cells[5], out var mass) && mass > 4200;
}
