using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Serving;

public sealed class NaNComparisonTests
{
    static TestProject Project(string expression, bool usesMachineLearning = true) => new TestProject { UsesMachineLearning = usesMachineLearning }
        .Source($"static class C {{ public static bool M(float x, double y, float[] s, object o) => {expression}; }}");

    [Theory]
    [InlineData("x == float.NaN", "false", "float.IsNaN(x)")]
    [InlineData("float.NaN != s[0]", "true", "!float.IsNaN(s[0])")]
    [InlineData("y == double.NaN", "false", "double.IsNaN(y)")]
    [InlineData("x == double.NaN", "false", "float.IsNaN(x)")]
    public async Task Flags(string expression, string always, string fix)
    {
        var project = Project(expression);
        Assert.Equal(
            [$"KILN7003 at {expression}: this is always {always}, because NaN equals nothing, itself included; write {fix}"], await project.Findings("KILN7"));
        Assert.Contains($"=> {fix};", await project.Fixed("KILN7003"));
    }

    [Fact]
    public async Task Fixes_all_in_one_expression() => Assert.Contains(
        "=> float.IsNaN(x) || !double.IsNaN(y + 1);", await Project("x == float.NaN || (y + 1) != double.NaN").Fixed("KILN7003"));

    [Theory]
    [InlineData("float.IsNaN(x)")]
    [InlineData("x.Equals(float.NaN)")]
    [InlineData("o == (object)float.NaN")]
    [InlineData("x > 0f")]
    public async Task Leaves_alone(string expression) => Assert.Empty(await Project(expression).Findings("KILN7"));

    [Fact]
    public async Task Says_nothing_where_ML_NET_is_not_used() => Assert.Empty(await Project("x == float.NaN", usesMachineLearning: false).Findings("KILN7"));
}
