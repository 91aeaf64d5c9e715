using Kiln.Generators.Tests.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class DuplicateModelTests
{
    static readonly TestProject Data = StandIn.Project.Contract("data", Columns.Number("x"), Columns.Number("y"));

    const string Model = "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")]";

    [Fact]
    public async Task Flags_the_second_in_order_of_the_files() => Assert.Equal(
        ["KILN0011 at Model: a model named 'Model' is already declared as 'Z.Model', and both would be published as Model.onnx; rename one of the classes"],
        await Data.Source($"namespace Z; {Model} partial class Model;", "/project/1.cs").Source($"namespace A; {Model} partial class Model;", "/project/2.cs").Findings());

    [Fact]
    public async Task Flags_names_that_differ_in_case_only() => Assert.Equal(
        ["KILN0011 at MODEL: a model named 'MODEL' is already declared as 'Model', and both would be published as MODEL.onnx; rename one of the classes"],
        await Data.Source($"{Model} partial class Model; {Model} partial class MODEL;").Findings());

    [Fact]
    public async Task Leaves_a_class_in_parts_and_two_names_alone() =>
        Assert.Empty(await Data.Source($"{Model} partial class A; partial class A; {Model} partial class B;").Findings());
}
