using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Gates;

public sealed class BehaviourTestsTests
{
    const string Xunit = "namespace Xunit { sealed class FactAttribute : System.Attribute; }";

    static readonly Lazy<MetadataReference> App = new(() =>
    {
        var app = StandIn.Project.Contract("data", Columns.Number("x"), Columns.Number("y")).Source("""
            namespace Shop;
            /// <summary>A model.</summary>
            [Kiln.Model("data", Label = "y", Version = "1.0.0")] public partial class Price;
            /// <summary>A model.</summary>
            [Kiln.Model("data", Label = "x", Version = "1.0.0")] public partial class Weight;
            [Kiln.Model("data", Label = "x", Version = "1.0.0")] partial class Inside;
            """).Generate().Compiles().Compilation;
        using var image = new MemoryStream();
        Assert.True(app.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    static async Task<string[]> Uncalled(string test, bool isTestProject = true) =>
        [.. (await (new TestProject() with { MoreReferences = [App.Value] }).Source(test + (isTestProject ? Xunit : "")).Findings())
            .Where(finding => finding.StartsWith("KILN4009", StringComparison.Ordinal))];

    [Fact]
    public async Task A_model_that_no_test_calls_is_told()
    {
        var findings = await Uncalled("class T { [Xunit.Fact] void Costs() { var model = Shop.Price.Load(); } }");

        Assert.Contains("no test of 'App' calls 'Shop.Weight', so only its metrics are checked, not any single prediction", Assert.Single(findings));
    }

    [Theory]
    [InlineData("class T { void A() { Shop.Price.Load(\"models\"); } float B(Shop.Weight model) => model.Predict(default).Score; }", true)]
    [InlineData("class T { System.Func<Shop.Price> A => Shop.Price.Load; System.Func<Shop.Weight> B => Shop.Weight.Load; }", true)]
    [InlineData("class T;", false)]
    public async Task Called_models_and_other_projects_are_left_alone(string source, bool isTestProject) => Assert.Empty(await Uncalled(source, isTestProject));

    [Fact]
    public async Task A_project_without_models_is_left_alone() =>
        Assert.Empty(await new TestProject().Source("class T { [Xunit.Fact] void A() { } }" + Xunit).Findings());
}
