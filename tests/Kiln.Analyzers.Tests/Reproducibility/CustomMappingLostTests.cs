namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class CustomMappingLostTests
{
    const string Rows = "public sealed class In { public float X { get; set; } } public sealed class Out { public float Y { get; set; } }";
    const string Save = "ml.Model.Save(null!, data.Schema, \"m.zip\");";

    static string Factory(string name) =>
        $"[CustomMappingFactoryAttribute(\"{name}\")] sealed class Factory : CustomMappingFactory<In, Out> {{ public override Action<In, Out> GetMapping() => (i, o) => o.Y = i.X; }}";

    static Task<string[]> Findings(string name, string members = "", string more = Save) => Statements.Project(
        $"var ml = new MLContext(1); Use(ml.Transforms.CustomMapping<In, Out>((i, o) => o.Y = i.X, {name})); {more}", Rows + members).Findings("KILN6");

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("contractName: null")]
    public async Task Flags_no_name(string name)
    {
        var finding = Assert.Single(await Findings(name));
        Assert.EndsWith(": this mapping has no contract name, so a saved model cannot find it; give it a name, and that name to a factory class by [CustomMappingFactoryAttribute]", finding);
        Assert.StartsWith("KILN6004 at ", finding);
    }

    [Fact]
    public async Task Flags_a_name_no_factory_has() => Assert.Equal(
        ["KILN6004 at \"double\": no class has [CustomMappingFactoryAttribute(\"double\")], so a loaded model cannot find this mapping; derive a class from CustomMappingFactory and give it the attribute"],
        await Findings("\"double\"", Factory("other")));

    [Fact]
    public async Task Leaves_a_name_alone_that_a_factory_has() => Assert.Empty(await Findings("\"double\"", Factory("double")));

    [Fact]
    public async Task Leaves_a_name_alone_that_is_not_known() => Assert.Empty(await Findings("Console.ReadLine()"));

    [Fact]
    public async Task Leaves_alone_what_is_never_saved() => Assert.Empty(await Findings("null", more: ""));

    [Fact]
    public async Task Leaves_alone_what_only_prepares_data() => Assert.Empty(await Statements.Project(
        $"var ml = new MLContext(1); Use(ml.Transforms.CustomMapping<In, Out>((i, o) => o.Y = i.X, null).Fit(data).Transform(data)); {Save}", Rows).Findings("KILN6"));
}
