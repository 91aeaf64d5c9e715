using Kiln.Generators.Fingerprints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>What a keystroke costs: nothing outside of the files that had a say.</summary>
public sealed class FingerprintMemoryTests
{
    const string Model = "Models/PriceModel.cs";
    const string Reached = "Settings/Adjusting.cs";
    const string Unreached = "Other/Unrelated.cs";

    readonly CSharpCompilation _compilation =
        PipelineProject.Original.Compile("/project/", static text => text, static library => library.ToMetadataReference());

    static PipelineFingerprint Of(Compilation compilation) => FingerprintMemory.Get(
        compilation,
        compilation.GetTypeByMetadataName("Shop.Models.PriceModel")!.GetMembers("Pipeline").OfType<IMethodSymbol>().Single(),
        TestContext.Current.CancellationToken);

    static CSharpCompilation Edit(CSharpCompilation compilation, string file, string old, string @new)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "/project/" + file);
        Assert.Contains(old, tree.ToString());
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(old, @new), System.Text.Encoding.UTF8)));
    }

    [Fact]
    public void Nothing_is_taken_twice_where_nothing_changed() => Assert.Same(Of(_compilation), Of(_compilation.Clone()));

    [Fact]
    public void An_edited_body_in_another_file_costs_nothing()
    {
        var before = Of(_compilation);
        var once = Edit(_compilation, Unreached, "41 + 1", "41 + 2");
        Assert.Same(before, Of(once));
        Assert.Same(before, Of(Edit(once, Unreached, "Console.WriteLine(Answer());", "")));
    }

    [Fact]
    public void Two_edits_that_nobody_asked_between_are_seen()
    {
        var before = Of(_compilation);
        var twice = Edit(Edit(_compilation, Unreached, "41 + 1", "41 + 2"), Reached, "Rounds * 2", "Rounds * 3");
        Assert.NotEqual(before, Of(twice));
    }

    [Fact]
    public void An_edited_body_in_a_file_that_had_a_say_is_seen()
    {
        var before = Of(_compilation);
        Assert.NotEqual(before, Of(Edit(_compilation, Reached, "Rounds * 2", "Rounds * 3")));
    }

    [Fact]
    public void A_better_overload_in_another_file_is_seen()
    {
        var before = Of(_compilation);
        var edited = Edit(_compilation, Unreached, "namespace Shop.Other;", """
            namespace Shop;

            static class Better
            {
                public static IEstimator<ITransformer> Normalized(this IEstimator<ITransformer> chain, MLContext ml, Settings settings) => chain;
            }
            """);
        Assert.NotEqual(before, Of(edited));
        Assert.NotSame(before, Of(Edit(_compilation, Unreached, "Answer()", "Answered()")));
    }

    [Fact]
    public void A_constant_in_a_file_of_constants_alone_is_seen()
    {
        var constants = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "namespace Shop; static class Far { public const int Ten = 10; }", (CSharpParseOptions)_compilation.SyntaxTrees[0].Options, "/project/Far.cs"));
        var start = Edit(constants, "Settings/Limits.cs", "Tens * 10", "Tens * Far.Ten");
        var before = Of(start);
        Assert.Equal(before, Of(_compilation));
        Assert.NotEqual(before, Of(Edit(start, "Far.cs", "= 10", "= 11")));
    }

    [Fact]
    public void An_attribute_of_a_row_in_another_file_is_seen()
    {
        var before = Of(_compilation);
        Assert.NotEqual(before, Of(Edit(_compilation, "Features/Rows.cs", "LoadColumn(0)", "LoadColumn(4)")));
    }

    [Fact]
    public void Another_reference_or_option_is_looked_at()
    {
        var before = Of(_compilation);
        Assert.NotSame(before, Of(_compilation.WithOptions(_compilation.Options.WithOverflowChecks(true))));
        Assert.NotSame(before, Of(_compilation.RemoveReferences(_compilation.References.Last())));
        Assert.NotSame(before, Of(_compilation.RemoveSyntaxTrees(_compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(Unreached, StringComparison.Ordinal)))));
    }

    [Fact]
    public void The_models_of_one_file_are_kept_apart()
    {
        var both = Edit(_compilation, Model, "public static void Report", """
            [Model("sales", Label = "Price", Version = "1.0.0")]
                public sealed partial class Inner { static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.CopyColumns("a", "b"); }

                public static void Report
            """);
        var outer = Of(both);
        var inner = FingerprintMemory.Get(
            both,
            both.GetTypeByMetadataName("Shop.Models.PriceModel+Inner")!.GetMembers("Pipeline").OfType<IMethodSymbol>().Single(),
            TestContext.Current.CancellationToken);
        Assert.NotEqual(outer, inner);
        Assert.Same(outer, Of(both));
    }

    [Fact]
    public void A_model_without_a_pipeline_has_none() => Assert.Null(
        DefinitionTests.DefinitionIn(new Testing.TestProject { UsesMachineLearning = true }.Source("[Kiln.Model(\"d\")] partial class M;").Generate(), "M").Pipeline);
}
