using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Tests;

/// <summary>Where a model's class may stand, and where one that cannot be completed is left alone.</summary>
public sealed class PlacementTests
{
    static TestProject Data => StandIn.Project.Contract("data", Columns.Number("x"), Columns.Number("y"));

    const string Model = "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")]";

    [Theory]
    [InlineData("$ partial class M;", "M")]
    [InlineData("$ public sealed partial class M;", "M")]
    [InlineData("$ internal partial class M { }", "M")]
    [InlineData("namespace A.B; $ partial class M;", "A.B.M")]
    [InlineData("namespace A { namespace @class { $ partial class M; } }", "A.class.M")]
    [InlineData("partial class Outer { $ partial class M; }", "Outer+M")]
    [InlineData("partial class Outer { $ private partial class M; }", "Outer+M")]
    [InlineData("namespace A; partial struct Outer { internal partial interface I { $ public sealed partial class M; } }", "A.Outer+I+M")]
    [InlineData("static partial class Outer { $ public partial class M; }", "Outer+M")]
    [InlineData("partial record Outer(int A) { $ public partial class M; }", "Outer+M")]
    [InlineData("readonly partial record struct Outer(int A) { $ public partial class M; }", "Outer+M")]
    [InlineData("$ partial class @class;", "class")]
    [InlineData("$ partial class Größe;", "Größe")]
    public void It_is_completed_where_it_stands(string source, string type)
    {
        var generated = Data.Source(source.Replace("$", Model), "/project/Model.cs")
            .Source($$"""
                using System.Linq;
                static class Script
                {
                    static string Run()
                    {
                        var type = typeof(Script).Assembly.GetType("{{type}}")!;
                        return string.Join(" ", new[] { "Input", "Prediction", "Columns" }.Select(name => type.GetNestedType(name)!.Name))
                            + " " + type.GetMethods().Count(method => method.Name is "Load" or "Predict");
                    }
                }
                """, "/project/Script.cs")
            .Generate();

        Assert.Equal("Input Prediction Columns 5", generated.Run());
        Assert.Equal(type, DefinitionTests.DefinitionIn(generated, type).Type);
    }

    [Theory]
    [InlineData("$ partial struct M { }", "CS0592")]
    [InlineData("$ partial record struct M;", "CS0592")]
    [InlineData("$ partial interface M { }", "CS0592")]
    [InlineData("$ partial class M { int Input => 1; void Load() { } }", null)]
    public void What_cannot_be_completed_gets_no_types_and_no_error_of_their_own(string source, string? error)
    {
        var generated = Data.Source(source.Replace("$", Model)).Generate();

        Assert.DoesNotContain("M.g.cs", generated.Files.Keys);
        Assert.Equal(error is null ? [] : [error], generated.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(found => found.Severity == DiagnosticSeverity.Error && found.Id.StartsWith("CS0", StringComparison.Ordinal)).Select(found => found.Id));
    }

    [Fact]
    public void Members_of_the_user_stand_beside_the_generated_ones()
    {
        var shown = Data.Source($$"""
            {{Model}}
            partial class M
            {
                /// <summary>Twice what is predicted.</summary>
                public float Twice(float x) => 2 * Predict(new Input { X = x }).Score;
            }
            static class Script
            {
                static string Run()
                {
                    Kiln.Predictor.Answer = new[] { 21f };
                    return $"{M.Load().Twice(1)}";
                }
            }
            """).Generate().Run();

        Assert.Equal("42", shown);
    }

    [Theory]
    [InlineData("$ class M;")]
    [InlineData("$ static partial class M { }")]
    [InlineData("$ abstract partial class M;")]
    [InlineData("$ partial class M<T>;")]
    [InlineData("$ partial record M;")]
    [InlineData("$ file partial class M;")]
    [InlineData("$ partial class M(int a) { public int A => a; }")]
    [InlineData("class Outer { $ public partial class M; }")]
    [InlineData("partial class Outer<T> { $ public partial class M; }")]
    public void What_cannot_be_completed_has_its_definition_only(string source)
    {
        var generated = Data.Source(source.Replace("$", Model)).Generate().Compiles();
        Assert.Equal(["Datasets.Data.g.cs", generated.Files.Keys.Single(file => file.EndsWith(".Definition.g.cs"))], generated.Files.Keys.Order());
    }

    [Fact]
    public void One_class_with_the_attribute_on_two_parts_is_one_model()
    {
        var generated = Data.Source($"{Model} partial class M;").Source($"{Model} partial class M;", "/project/Again.cs").Generate();
        Assert.Equal(["Datasets.Data.g.cs", "M.Definition.g.cs", "M.g.cs"], generated.Files.Keys.Order());
    }

    [Fact]
    public void Names_that_differ_in_case_only_do_not_collide()
    {
        var generated = Data.Source($"{Model} partial class Model; namespace A {{ {Model} partial class MODEL; }} namespace a {{ {Model} partial class Model; }}").Generate().Compiles();
        Assert.Equal(3, generated.Files.Keys.Count(file => file.EndsWith(".Definition.g.cs")));
        Assert.Equal(3, generated.Files.Values.Count(text => text.Contains("record struct Input")));
    }
}
