namespace Kiln.Analyzers.Tests.Pipelines.Rules;

/// <summary>Pipelines of which a part stands in another type, or in a field.</summary>
public sealed class HelperTests
{
    static Task<string[]> Findings(string statements, string others) =>
        PipelineCode.Body(statements).Source("using Microsoft.ML; using Microsoft.ML.Data; using System.Collections.Generic;\n" + others, "Others.cs").FindingsOf("KILN2");

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All()).Fit(data);", "static class Names { public static string[] All() => new[] { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static readonly string[] All = { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static string[] All => [\"Rooms\", \"Q\"]; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static string[] All { get; } = new[] { \"Rooms\", \"Q\" }; }")]
    [InlineData("Steps.Scaled(ml).Fit(data);", "static class Steps { public static IEstimator<ITransformer> Scaled(MLContext ml) => ml.Transforms.NormalizeMinMax(\"Q\"); }")]
    [InlineData("Steps.Scaled(ml, \"Q\").Fit(data);", "static class Steps { public static IEstimator<ITransformer> Scaled(MLContext ml, string name) => ml.Transforms.NormalizeMinMax(name); }")]
    [InlineData("ml.Transforms.CopyColumns(\"A\", \"Rooms\").Scaled(ml).Fit(data);", "static class Steps { public static IEstimator<ITransformer> Scaled(this IEstimator<ITransformer> chain, MLContext ml) => chain.Append(ml.Transforms.NormalizeMinMax(\"Q\")); }")]
    [InlineData("new Steps(ml).Scaled().Fit(data);", "sealed class Steps(MLContext ml) { public IEstimator<ITransformer> Scaled() { var first = ml.Transforms.CopyColumns(\"A\", \"Rooms\"); return first.Append(ml.Transforms.NormalizeMinMax(\"Q\")); } }")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Q\").Fit(Data.Load(ml));", "static class Data { public static IDataView Load(MLContext ml) => ml.Data.LoadFromTextFile<House>(\"a\"); }")]
    public async Task Follows(string statements, string others) =>
        Assert.Contains("no column is named 'Q' here", Assert.Single(await Findings(statements, others)));

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names).Fit(data); } static readonly string[] Names = { \"Rooms\", \"Q\" }; static void End() {")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names()).Fit(data); } static string[] Names() => [\"Rooms\", \"Q\"]; static void End() {")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names).Fit(data); } static string[] Names { get { return [\"Rooms\", \"Q\"]; } } static void End() {")]
    [InlineData("Steps.Fit(data); } static readonly IEstimator<ITransformer> Steps = new MLContext(1).Transforms.NormalizeMinMax(\"Q\"); static void End() {")]
    public async Task Tells_it_in_a_member_of_the_same_type_itself(string statements) =>
        Assert.StartsWith("KILN2001 at \"Q\": ", Assert.Single(await Findings(statements, "")));

    [Fact]
    public async Task Tells_it_where_a_helper_of_another_type_is_used()
    {
        const string Steps = """
            static class Steps
            {
                public static IEstimator<ITransformer> Scaled(MLContext ml) => ml.Transforms.NormalizeMinMax(Name);
                static string Name => "Year of sale";
            }
            """;

        var finding = Assert.Single(await Findings("ml.Transforms.CopyColumns(\"A\", \"Rooms\").Append(Steps.Scaled(ml)).Fit(data);", Steps));

        Assert.Equal("KILN2001 at Scaled: no column is named 'Year of sale' here, so Fit will throw; there are 'A', 'Area', 'Label', 'Rooms', 'Sold', 'Town', 'Year'", finding);
    }

    [Fact]
    public async Task Tells_it_where_names_of_another_type_are_used() => Assert.StartsWith("KILN2001 at Names.All: ", Assert.Single(await Findings(
        "ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static readonly string[] All = { \"Rooms\", \"Q\" }; }")));

    [Fact]
    public async Task Tells_once_what_is_wrong_whatever_the_data()
    {
        const string Steps = """
            static class Steps
            {
                public static IEstimator<ITransformer> Learner(MLContext ml) =>
                    ml.Transforms.Concatenate("Features", "Rooms", "Label").Append(ml.Regression.Trainers.FastTree());
            }
            class Other
            {
                public ITransformer Fit(MLContext ml, IDataView data) => Steps.Learner(ml).Fit(data);
            }
            """;

        Assert.StartsWith("KILN2003 at \"Label\": ", Assert.Single(await Findings("Steps.Learner(ml).Fit(data);", Steps)));
    }

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static string[] All = { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { public static string[] All { get; set; } = { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All).Fit(data);", "static class Names { static Names() => All = new[] { \"Rooms\" }; public static readonly string[] All = { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", new Names().All()).Fit(data);", "class Names { public virtual string[] All() => new[] { \"Rooms\", \"Q\" }; }")]
    [InlineData("ml.Transforms.Concatenate(\"F\", Names.All(path)).Fit(data);", "static class Names { public static string[] All(string path) { if (path == \"\") return new[] { \"Rooms\" }; return new[] { \"Rooms\", \"Q\" }; } }")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Q\").Fit(Data.Load(ml));", "static class Data { public static IDataView Load(MLContext ml) => ml.Data.LoadFromTextFile<Other>(\"a\"); } class Other { [LoadColumn(0)] public float Q { get; set; } }")]
    [InlineData("Steps.Again(ml).Fit(data);", "static class Steps { public static IEstimator<ITransformer> Again(MLContext ml) => Again(ml).Append(ml.Transforms.CopyColumns(\"A\", \"Q\")); }")]
    [InlineData("ml.Transforms.CopyColumns(\"A\", \"Rooms\").Fit(data);", "static class Steps { public static IEstimator<ITransformer> Scaled(MLContext ml) => ml.Transforms.NormalizeMinMax(\"Q\"); }")]
    public async Task Is_silent_where_it_cannot_be_known(string statements, string others) => Assert.Empty(await Findings(statements, others));
}
