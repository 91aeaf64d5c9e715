using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Tests;

public sealed class DefinitionTests
{
    /// <summary>The definition as the host reads it: from the assembly's attributes.</summary>
    internal static ModelDefinition DefinitionIn(Generated generated, string type) => generated.Compilation.Assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "ModelDefinitionAttribute")
        .Select(attribute => DefinitionJson.Read((string)attribute.ConstructorArguments[0].Value!))
        .Single(definition => definition.Type == type);

    [Fact]
    public void Everything_that_is_written_arrives()
    {
        var generated = new TestProject().Source("""
            using Kiln;
            namespace App;

            [Model("some \"data\"", Label = "the label", Version = "1.0.0-rc.1", Task = ModelTask.MulticlassClassification, Positive = "yes",
                Threshold = 0.3, ThresholdFor = Metric.F1Score, FalseNegativeCost = 5, Interval = 0.9, Features = new[] { "b", "a" }, Ignore = ["c"], Split = Split.Group, Group = "g", Time = "t", Trainer = Trainer.Linear, Seed = -7)]
            [Gate(Metric.MicroAccuracy, AtLeast = 0.9, Because = "we said so")]
              [Gate(Metric.LogLoss, AtMost = 1e-3, NoWorseBy = 0.05)]
            [Gate(Metric.LogLoss, AtMost = 1, Slice = "g", MinRows = 50)]
            partial class M;
            """, "/project/Models/M.cs").Generate();

        Assert.Equal(
            """
            {"name": "M", "type": "App.M", "dataset": "some \"data\"", "label": "the label", "version": "1.0.0-rc.1", "versionLiteral": { "file": "Models/M.cs", "line": 4, "column": 56 }, "task": "MulticlassClassification",
             "positive": "yes", "threshold": 0.3, "thresholdFor": "F1Score", "falseNegativeCost": 5, "interval": 0.9, "features": ["b", "a"], "ignore": ["c"], "split": "Group", "group": "g", "time": "t", "trainer": "Linear", "seed": -7,
             "gates": [{ "metric": "MicroAccuracy", "atLeast": 0.9, "because": "we said so", "file": "Models/M.cs", "line": 6, "column": 2 },
             { "metric": "LogLoss", "atMost": 0.001, "noWorseBy": 0.05, "file": "Models/M.cs", "line": 7, "column": 4 },
             { "metric": "LogLoss", "atMost": 1, "slice": "g", "minRows": 50, "file": "Models/M.cs", "line": 8, "column": 2 }],
             "file": "Models/M.cs", "line": 4, "column": 2}
            """.Replace("\n", "").Replace("{\"name\"", "{ \"name\"").Replace("\"column\": 2}", "\"column\": 2 }"),
            DefinitionJson.Write(DefinitionIn(generated, "App.M")));
    }

    /// <summary>Else one that leaves no room would not be kept by construction.</summary>
    [Fact]
    public void A_bound_that_leaves_no_room_is_as_if_it_were_not_written()
    {
        var generated = new TestProject().Source("""
            using Kiln;

            [Model("data", Label = "y")]
            [Expect("a", Monotone.Increasing, Within = 0)]
            [Expect("a", Monotone.Increasing, MinShare = 1)]
            [Expect("a", Monotone.Increasing, Within = 0.1, MinShare = 0.9)]
            partial class M;
            """).Generate();

        Assert.Equal(
            [new("a", Direction.Increasing), new("a", Direction.Increasing), new("a", Direction.Increasing, Within: 0.1, MinShare: 0.9)],
            DefinitionIn(generated, "M").Expectations.Select(declared => declared.Expectation));
    }

    /// <summary>Only there can a build raise it.</summary>
    [Theory]
    [InlineData("[Kiln.Model(\"d\", Version = \"1.0.0\", Seed = 2)]", 28)]
    [InlineData("[Kiln.Model(\"d\", Version = @\"1.0.0\")]", 0)]
    [InlineData("[Kiln.Model(\"d\", Version = \"1.0\" + \".0\")]", 0)]
    [InlineData("[Kiln.Model(\"d\", Version = \"1.0\\u002e0\")]", 0)]
    [InlineData("[Kiln.Model(\"d\", Version = C)]", 0)]
    [InlineData("[Kiln.Model(\"d\")]", 0)]
    public void A_version_has_a_place_where_it_is_a_plain_literal(string attribute, int column) => Assert.Equal(
        column == 0 ? null : new("M.cs", 1, column),
        DefinitionIn(new TestProject().Source(attribute + " partial class M { const string C = \"1.0.0\"; }", "/project/M.cs").Generate(), "M").VersionLiteral);

    const string Settings = "[Kiln.Model(\"d\", Label = \"y\", Seed = 7)] partial class M";

    const string Pipeline = "static Microsoft.ML.IEstimator<Microsoft.ML.ITransformer> Pipeline(Microsoft.ML.MLContext ml) => throw null!;";

    /// <summary>What the class demands of its files.</summary>
    static string? FingerprintIn(Generated generated, string type) =>
        (string?)generated.Compilation.GetTypeByMetadataName(type)!.GetMembers("__Definition").OfType<IFieldSymbol>().Single().ConstantValue;

    [Theory]
    [InlineData("", Settings + ";")]
    [InlineData("", Settings + " { " + Pipeline + " }")]
    [InlineData("net10.0", Settings + ";")]
    public void The_class_demands_the_definition_that_the_trainer_reads(string trainingFramework, string source)
    {
        var generated = new TestProject { UsesMachineLearning = true }.Property("KilnTrainingFramework", trainingFramework).Source(source).Generate().Compiles();

        Assert.Equal(DefinitionFingerprint.Compute(DefinitionIn(generated, "M")), FingerprintIn(generated, "M"));
    }

    /// <summary>Its own build compiles the pipeline against another framework, to another fingerprint perhaps.</summary>
    [Fact]
    public void The_class_demands_none_where_another_framework_trains_its_own_pipeline()
    {
        var generated = new TestProject { UsesMachineLearning = true }.Property("KilnTrainingFramework", "net10.0").Source(Settings + " { " + Pipeline + " }").Generate();

        Assert.Null(FingerprintIn(generated.Compiles(), "M"));
    }

    [Fact]
    public void What_is_not_written_is_not_said()
    {
        var model = DefinitionIn(new TestProject().Source("[Kiln.Model(\"d\", Split = Kiln.Split.Inferred)] partial class M;").Generate(), "M");
        Assert.Equal(
            (null, null, null, null, null, "LightGbm", 1),
            (model.Label, model.Version, model.Task, model.Features, model.Split, model.Trainer, model.Seed));
        Assert.Equal((null, null), (model.Threshold, model.FalseNegativeCost));
        Assert.Empty(model.Ignore);
        Assert.Empty(model.Gates);
    }

    /// <summary>So that the host refuses it too, where no analyzer runs.</summary>
    [Fact]
    public void A_threshold_that_is_no_number_arrives()
    {
        var model = DefinitionIn(new TestProject().Source("[Kiln.Model(\"d\", Threshold = double.NaN, FalseNegativeCost = double.NaN)] partial class M;").Generate(), "M");
        Assert.Equal((double.NaN, double.NaN), (model.Threshold, model.FalseNegativeCost));
    }

    [Theory]
    [InlineData("/project/", "/project/A/M.cs", "A/M.cs")]
    [InlineData("/project/", "/shared/M.cs", "/shared/M.cs")]
    [InlineData("/project/", "/project2/M.cs", "/project2/M.cs")]
    [InlineData(@"C:\Work\App\", @"c:\work\app\A\M.cs", "A/M.cs")]
    [InlineData(@"C:\Work\App\", @"D:\M.cs", "D:/M.cs")]
    [InlineData("/My Project ünï/", "/My Project ünï/M.cs", "M.cs")]
    [InlineData("", "/project/M.cs", "/project/M.cs")]
    public void Places_are_told_from_the_projects_directory(string directory, string path, string told)
    {
        var generated = new TestProject().Property("ProjectDir", directory).Source("[Kiln.Model(\"d\")] partial class M;", path).Generate();
        Assert.Equal(new(told, 1, 2), DefinitionIn(generated, "M").Location);
    }

    [Theory]
    [InlineData("""{ "format": 1 """)]
    [InlineData("")]
    [InlineData("""{ "format": 1, "dataset": "d", "columns": [{ "name": "x", "property": "X", "type": "number", "nullable": false, "role": "feature" }] }""")]
    public void A_model_whose_contract_does_not_do_is_still_defined(string contract)
    {
        var generated = new TestProject().Contract("d", contract).Source("[Kiln.Model(\"d\", Label = \"y\")] partial class M;").Generate().Compiles();
        Assert.DoesNotContain("M.g.cs", generated.Files.Keys);
        Assert.Equal("d", DefinitionIn(generated, "M").Dataset);
    }

    [Theory]
    [InlineData("[Kiln.Model] partial class M;")]
    [InlineData("[Kiln.Model(1)] partial class M;")]
    [InlineData("[Kiln.Model(null!)] partial class M;")]
    [InlineData("[Kiln.Model(\"d\", Features = new string[] { null! }, Task = (Kiln.ModelTask)9, Label = 3, Nonsense = 1)] [Kiln.Gate] [Kiln.Gate((Kiln.Metric)99)] partial class M;")]
    [InlineData("[Kiln.Model(\"d\", Features = null, Ignore = null)] partial class M;")]
    [InlineData("[Kiln.Model(\"d\")] partial struct M;")]
    [InlineData("[Kiln.Model(\"d\")] delegate void M();")]
    [InlineData("[Kiln.Model(\"d\"")]
    [InlineData("[Kiln.Model(\"d\")] partial class")]
    public void Code_that_is_being_typed_breaks_nothing(string source) =>
        Assert.All(new TestProject().Contract("d", Columns.Number("x"), Columns.Number("y")).Source(source).Generate().Files.Keys, file => Assert.EndsWith(".g.cs", file));
}
