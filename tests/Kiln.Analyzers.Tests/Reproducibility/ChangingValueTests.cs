using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class ChangingValueTests
{
    const string Rows = "public sealed class In { public float X { get; set; } } public sealed class Out { public float Y { get; set; } }";

    static string Finding(string at, string name, string when = "from run to run") =>
        $"KILN6003 at {at}: {name} differs {when}, so the same code and data train a different model; write the value down, or take it from the data";

    static Task<string[]> Findings(string statements, string members = "") =>
        Statements.Project($"var ml = new MLContext(1); {statements}", Rows + members).Findings("KILN6");

    [Theory]
    [InlineData("Use(ml.Transforms.CustomMapping<In, Out>((i, o) => o.Y = DateTime.Now.Year - i.X, \"age\"));", "DateTime.Now", "DateTime.Now")]
    [InlineData("Use(ml.Data.FilterByCustomPredicate<In>(data, i => Random.Shared.Next() > i.X));", "Random.Shared", "Random.Shared")]
    [InlineData("Use(ml.Data.ShuffleRows(data, seed: Environment.TickCount));", "Environment.TickCount", "Environment.TickCount")]
    [InlineData("Use(new MLContext(seed: new Random().Next()));", "new Random()", "new Random()")]
    [InlineData("Use(ml.Transforms.Concatenate(\"x\", Guid.NewGuid().ToString()));", "Guid.NewGuid()", "Guid.NewGuid")]
    [InlineData("var luck = new Random(); Use(ml.Transforms.CustomMapping<In, Out>((i, o) => o.Y = luck.Next(), \"noise\"));", "new Random()", "new Random()")]
    [InlineData("var now = DateTime.UtcNow; Use(ml.Data.FilterByCustomPredicate<In>(data, i => i.X < now.Year));", "DateTime.UtcNow", "DateTime.UtcNow")]
    [InlineData("Use(ml.Transforms.CopyColumns(Environment.MachineName, \"x\"));", "Environment.MachineName", "Environment.MachineName", "from machine to machine")]
    public async Task Flags(string statements, string at, string name, string when = "from run to run") =>
        Assert.Equal([Finding(at, name, when)], await Findings(statements));

    [Fact]
    public async Task Flags_in_the_factory_of_a_mapping() => Assert.Equal(
        [Finding("DateTime.Now", "DateTime.Now", "from run to run")],
        await Findings("", "sealed class Ages : CustomMappingFactory<In, Out> { public override Action<In, Out> GetMapping() => (i, o) => o.Y = DateTime.Now.Year - i.X; }"));

    [Theory]
    [InlineData("sealed class F : CustomMappingFactory<In, Out> { public override Action<In, Out> GetMapping() => (i, o) => o.Y = DateTime.Now.Year - i.X; }", "")]
    [InlineData("static void Map(In i, Out o) => o.Y = DateTime.Now.Year - i.X;", "Use(ml.Transforms.CustomMapping<In, Out>(Map, \"age\"));")]
    public async Task Flags_mappings_that_stand_elsewhere(string member, string statements) =>
        Assert.Equal([Finding("DateTime.Now", "DateTime.Now")], await Findings(statements, member));

    [Fact]
    public async Task Flags_a_mapping_that_is_a_local_function() => Assert.Equal(
        [Finding("DateTime.Today", "DateTime.Today")],
        await Findings("void Map(In i, Out o) { var now = DateTime.Today; o.Y = now.Year - i.X; } Use(ml.Transforms.CustomMapping<In, Out>(Map, \"age\"));"));

    [Theory]
    [InlineData("void Log() => Use(DateTime.Now); void Map(In i, Out o) => o.Y = i.X; Log(); Use(ml.Transforms.CustomMapping<In, Out>(Map, \"same\"));")]
    [InlineData("var start = DateTime.Now; Use(ml.Regression.Trainers.FastTree()); Use(DateTime.Now - start);")]
    [InlineData("Use(ml.Transforms.CustomMapping<In, Out>((i, o) => o.Y = new Random(3).Next() + i.X, \"noise\"));")]
    [InlineData("Use(ml.Regression.Trainers.FastTree(new Microsoft.ML.Trainers.FastTree.FastTreeRegressionTrainer.Options { NumberOfThreads = Environment.ProcessorCount }));")]
    [InlineData("Use(ml.Model.Load(Environment.GetEnvironmentVariable(\"MODEL\"), out _));")]
    [InlineData("Use(ml.Transforms.LoadImages(\"image\", Environment.GetEnvironmentVariable(\"IMAGES\"), \"path\"));")]
    [InlineData("Use(data.Schema.ToString() + Environment.NewLine + Guid.NewGuid());")]
    public async Task Leaves_alone(string statements) => Assert.Empty(await Findings(statements));

    [Fact]
    public async Task Follows_a_models_pipeline()
    {
        var findings = await new TestProject { UsesMachineLearning = true }
            .Contract("data", Columns.Number("x"), Columns.Number("y"))
            .Source(
                """
                using System;
                using Microsoft.ML;
                [Kiln.Model("data", Label = "y", Version = "1.0.0")]
                sealed partial class M
                {
                    static IEstimator<ITransformer> Pipeline(MLContext ml) => Steps.Make(ml, Columns(1));
                    static string[] Columns(int count) => new string[count + (int)DateTime.Today.Ticks];
                    static DateTime Unused() => DateTime.UtcNow;
                }
                static class Steps
                {
                    public static IEstimator<ITransformer> Make(MLContext ml, string[] columns) => ml.Transforms.Concatenate(Name(), columns);
                    static string Name() => Environment.UserName;
                    public static object Other() => Environment.MachineName;
                }
                """)
            .Findings("KILN6");
        Assert.Equal(
            [Finding("DateTime.Today", "DateTime.Today"), Finding("Environment.UserName", "Environment.UserName", "from machine to machine")],
            findings);
    }
}
