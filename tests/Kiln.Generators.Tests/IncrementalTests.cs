using Kiln.Contracts.Data;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generators.Tests;

/// <summary>What runs again after an edit. A keystroke must cost nothing that has an output.</summary>
public sealed class IncrementalTests
{
    static readonly TestProject Project = new TestProject()
        .Contract("a", Columns.Number("x"), Columns.Number("y"))
        .Contract("b", Columns.Number("x"), Columns.Number("y"))
        .Source("class Unrelated;", "/project/Unrelated.cs")
        .Source("""
            [Kiln.Model("a", Label = "y", Version = "1.0.0")]
            partial class A;
            """, "/project/A.cs")
        .Source("""
            [Kiln.Model("b", Label = "y", Version = "1.0.0")]
            partial class B;
            """, "/project/B.cs");

    /// <summary>The files that were written anew when the compilation, or the contract of <c>a</c>, changed.</summary>
    static string[] Rewritten(Func<CSharpCompilation, CSharpCompilation> edit, ContractText? contract = null, TestOptions? options = null, TestProject? project = null)
    {
        var compilation = (project ?? Project).Compile();
        var driver = Project.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        if (contract is not null)
            driver = driver.ReplaceAdditionalText(Project.Contracts[0], contract);
        if (options is not null)
            driver = driver.WithUpdatedAnalyzerConfigOptions(options);
        var before = Files(driver);
        driver = driver.RunGenerators(edit(compilation), TestContext.Current.CancellationToken);
        var after = Files(driver);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.All(after.Keys.Except(before.Keys), file => Assert.EndsWith(".g.cs", file));

        // A cached output hands out the very text of the run before.
        var rewritten = after.Where(file => !before.TryGetValue(file.Key, out var text) || !ReferenceEquals(text, file.Value)).Select(file => file.Key).Order().ToArray();
        var reasons = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.Equal(rewritten.Length > 0, reasons.Any(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        return rewritten;
    }

    static Dictionary<string, SourceText> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText);

    static Func<CSharpCompilation, CSharpCompilation> Edit(string path, Func<string, string> edit) => compilation =>
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edit(tree.ToString()), System.Text.Encoding.UTF8)));
    };

    [Fact]
    public void Nothing_when_nothing_changes() => Assert.Empty(Rewritten(compilation => compilation.Clone()));

    [Fact]
    public void Nothing_when_an_unrelated_file_changes() => Assert.Empty(Rewritten(Edit("/project/Unrelated.cs", text => text + " class Another;")));

    [Fact]
    public void Nothing_when_a_file_is_added() => Assert.Empty(Rewritten(compilation =>
        compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class More;", (CSharpParseOptions)compilation.SyntaxTrees[0].Options))));

    [Fact]
    public void Nothing_when_a_comment_below_the_attribute_changes() => Assert.Empty(Rewritten(Edit("/project/A.cs", text => text + "// a comment")));

    [Fact]
    public void The_definition_alone_when_the_attribute_moves() =>
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => "\n" + text)));

    [Fact]
    public void The_definition_alone_when_the_version_changes() =>
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("1.0.0", "1.0.1"))));

    [Fact]
    public void The_definition_alone_when_a_gate_is_added() =>
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("partial", "[Kiln.Gate(Kiln.Metric.RSquared, AtLeast = 0)] partial"))));

    [Fact]
    public void The_definition_alone_when_the_pipeline_changes()
    {
        const string Pipeline = "partial class A { static Microsoft.ML.IEstimator<Microsoft.ML.ITransformer> Pipeline(Microsoft.ML.MLContext ml) => null!; }";
        var project = Project with { UsesMachineLearning = true };
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("partial class A;", Pipeline)), project: project));
        project = project with { Sources = [.. project.Sources.Select(file => (file.Path, file.Text.Replace("partial class A;", Pipeline)))] };
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("null!", "throw null!")), project: project));
        Assert.Equal(["A.Definition.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("partial class A", "partial class\nA")), project: project));
        Assert.Empty(Rewritten(Edit("/project/A.cs", text => text.Replace("null!", "null! /* a comment */")), project: project));
        Assert.Empty(Rewritten(Edit("/project/Unrelated.cs", text => text + " class Another;"), project: project));
    }

    [Fact]
    public void Definition_and_types_when_the_label_changes() =>
        Assert.Equal(["A.Definition.g.cs", "A.g.cs"], Rewritten(Edit("/project/A.cs", text => text.Replace("\"y\"", "\"x\""))));

    [Fact]
    public void The_types_of_one_dataset_when_its_contract_changes()
    {
        var edited = ContractJson.Write(new() { Dataset = "a", Columns = [Columns.Number("x"), Columns.Number("y"), Columns.Number("z")] });
        Assert.Equal(["A.g.cs", "Datasets.A.g.cs"], Rewritten(compilation => compilation, new("a", edited)));
    }

    [Fact]
    public void Nothing_when_a_contract_is_saved_unchanged()
    {
        var same = ContractJson.Write(new() { Dataset = "a", Columns = [Columns.Number("x"), Columns.Number("y")] });
        Assert.Empty(Rewritten(compilation => compilation, new("a", same)));
    }

    [Fact]
    public void The_new_models_files_when_a_model_is_added() => Assert.Equal(["C.Definition.g.cs", "C.g.cs"], Rewritten(compilation =>
        compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("[Kiln.Model(\"a\", Label = \"y\")] partial class C;", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "/project/C.cs"))));

    [Fact]
    public void The_datasets_when_the_root_namespace_changes() =>
        Assert.Equal(["Datasets.A.g.cs", "Datasets.B.g.cs"], Rewritten(compilation => compilation, options: Project.Options.With("RootNamespace", "Other")));

    [Fact]
    public void Every_step_is_cached_or_unchanged_after_a_keystroke()
    {
        var compilation = Project.Compile();
        var driver = Project.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken)
            .RunGenerators(Edit("/project/Unrelated.cs", text => text + " ")(compilation), TestContext.Current.CancellationToken);
        var steps = driver.GetRunResult().Results[0].TrackedSteps;

        string[] named = [Steps.Options, Steps.Contracts, Steps.Datasets, Steps.Declarations, Steps.HintNames, Steps.Definitions, Steps.Models];
        Assert.Empty(named.Except(steps.Keys));
        Assert.All(named.SelectMany(name => steps[name]).SelectMany(step => step.Outputs), output =>
            Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
