using System.Collections.Concurrent;
using Kiln.Generators.Fingerprints;
using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>What changes a pipeline's fingerprint and what does not, however the code is laid out and wherever it stands.</summary>
public sealed class PipelineFingerprintTests
{
    static readonly string Original = PipelineProject.Original.AsWritten().Fingerprint;

    /// <summary>Two changes are never taken for one.</summary>
    static readonly ConcurrentDictionary<string, string> Seen = [];

    public static TheoryData<string> Same => [.. SameEdits.All.Keys];

    public static TheoryData<string> Other => [.. OtherEdits.All.Keys];

    [Fact]
    public void Layout_and_place_change_nothing()
    {
        var (one, other) = (PipelineProject.Original.AsWritten(), PipelineProject.Original.LaidOutOtherwise());
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(["Shared|P:Shared.Sharing.Weight"], one.Uses);
        Assert.Equal(one.Uses, other.Uses);
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Stays(string edit)
    {
        var edited = SameEdits.All[edit](PipelineProject.Original);
        Assert.NotEqual(PipelineProject.Original, edited);
        Assert.Equal((Original, Original), (edited.AsWritten().Fingerprint, edited.LaidOutOtherwise().Fingerprint));
    }

    [Theory]
    [MemberData(nameof(Other))]
    public void Changes(string edit)
    {
        var edited = OtherEdits.All[edit](PipelineProject.Original);
        var (one, other) = (edited.AsWritten(), edited.LaidOutOtherwise());
        Assert.NotEqual(Original, one.Fingerprint);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(edit, Seen.GetOrAdd(one.Fingerprint, edit));
    }

    /// <summary>Constants of the model's own columns are generated, so that the generator does not know them yet.</summary>
    [Fact]
    public void Names_that_are_yet_to_be_generated_count_as_they_are_spelled()
    {
        static string Of(string arguments) => DefinitionTests.DefinitionIn(new TestProject { UsesMachineLearning = true }
            .Contract("d", Columns.Number("x"), Columns.Number("z"), Columns.Number("y"))
            .Source($$"""
                using Microsoft.ML;

                [Kiln.Model("d", Label = "y", Version = "1.0.0")]
                partial class M
                {
                    static IEstimator<ITransformer> Pipeline(MLContext ml)
                    {
                        var vector = "Features";
                        return ml.Transforms.Concatenate({{arguments}}).Append(ml.Transforms.NormalizeMinMax(vector));
                    }

                    static string Name(int number) => "n" + {{(arguments.Contains('7') ? 7 : 1)}} + number;
                }
                """)
            .Generate(), "M").Pipeline!.Fingerprint;

        Assert.Equal(Of("vector, Columns.X, Name(1)"), Of("vector,\n Columns . X /* why */, Name(1)"));
        string[] others = ["vector, Columns.X, Name(1)", "vector, Columns.Z, Name(1)", "vector, Columns.X, Name(2)", "vector, Columns.X, Name(1), \"7\"", "vector, Columns.X"];
        Assert.Distinct(others.Select(Of));
    }

    [Theory]
    [InlineData("Models/PriceModel.cs")]
    [InlineData("Settings/Settings.cs")]
    [InlineData("Learners/Learners.cs")]
    [InlineData("Features/Names.cs")]
    public void Code_that_is_being_typed_breaks_nothing(string file)
    {
        var text = PipelineProject.Original.Files[file];
        for (var length = 20; length < text.Length; length += text.Length / 25)
        {
            var project = new PipelineProject(PipelineProject.Original.Files.SetItem(file, text[..length]));
            var compilation = project.Compile("/project/", static source => source, static library => library.ToMetadataReference());
            foreach (var model in compilation.GetSymbolsWithName("Pipeline").OfType<IMethodSymbol>())
                Assert.Equal(64, PipelineFingerprint.Compute(compilation, model, out _, TestContext.Current.CancellationToken).Value.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Is_the_same_in_every_culture(string culture) =>
        Assert.Equal(Original, Cultures.With(culture, () => PipelineProject.Original.AsWritten().Fingerprint));
}
