using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Models;

public sealed class GeneratedConstantTests
{
    static TestProject Project(string arguments) => StandIn.Project
        .Contract("data", Columns.Number("the x"), Columns.Number("z"), Columns.Number("y"))
        .Source($"namespace A; [Kiln.Model(\"data\", Version = \"1.0.0\", {arguments})] partial class M;");

    [Theory]
    [InlineData("Label = \"y\", Ignore = [\"z\", M.Columns.TheX]", "M.Columns.TheX", "\"the x\"")]
    [InlineData("Label = A.M.Columns.Y", "A.M.Columns.Y", "\"y\"")]
    [InlineData("Label = M.Columns.Nonsense", "M.Columns.Nonsense", "the column's name as text")]
    public async Task Flags_what_does_not_exist_yet(string arguments, string constant, string instead) => Assert.Equal(
        [$"KILN1017 at {constant}: '{constant}' is generated from what [Model] says, so it does not exist yet when that is read; write {instead}"],
        await Project(arguments).Findings());

    [Fact]
    public void The_compiler_refuses_it_too_when_no_analyzer_runs() => Assert.Contains(
        Project("Label = \"y\", Ignore = [M.Columns.TheX]").Generate().Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
        diagnostic => diagnostic is { Id: "CS0117", Severity: DiagnosticSeverity.Error });

    [Fact]
    public async Task Leaves_constants_of_the_user_alone() => Assert.Empty(
        await Project("Label = Names.Columns.Y").Source("static class Names { internal static class Columns { internal const string Y = \"y\"; } }", "/project/Names.cs").Findings());
}
