namespace Kiln.Analyzers.Tests.Pipelines.Rules;

/// <summary>The classes of prediction engines, and of text loaders.</summary>
public sealed class EngineTests
{
    static Task<string[]> Findings(string classes, string engine, string estimator = "ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.LightGbm())") =>
        PipelineCode.Members($$"""
            public static void Run(MLContext ml, House[] houses)
            {
                var model = {{estimator}}.Fit(ml.Data.LoadFromEnumerable(houses));
                using var engine = ml.Model.{{engine}};
            }
            {{classes}}
            """).FindingsOf("KILN2008", "KILN2009", "KILN2011");

    const string Answer = "public class Answer { public float Score { get; set; } }";

    [Theory]
    [InlineData("public class Q { public float Room { get; set; } }" + Answer, "CreatePredictionEngine<Q, Answer>(model)", "KILN2009 at Q: 'Q' does not fit the model, so CreatePredictionEngine will throw: a step takes 'Rooms', and the class has no such column; give it one")]
    [InlineData("public class Q { public string Rooms { get; set; } = \"\"; }" + Answer, "CreatePredictionEngine<Q, Answer>(model)", "KILN2009 at Q: 'Q' does not fit the model, so CreatePredictionEngine will throw: 'Features' is a vector of text, and LightGbm takes a vector of float as features; encode it first, for example with OneHotEncoding or FeaturizeText")]
    [InlineData("public class A { public float Prediction { get; set; } }", "CreatePredictionEngine<House, A>(model)", "KILN2011 at A: the model gives no column 'Prediction' for 'A.Prediction', so it stays at its default; remove the member, or name its column with [ColumnName]")]
    [InlineData("public class A { public float Scores { get; set; } }", "CreatePredictionEngine<House, A>(model, ignoreMissingColumns: false)", "KILN2011 at A: the model gives no column 'Scores' for 'A.Scores', so CreatePredictionEngine will throw; did you mean [ColumnName(\"Score\")]?")]
    [InlineData("public class A { public float[] Score { get; set; } = []; }", "CreatePredictionEngine<House, A>(model)", "KILN2011 at A: 'A.Score' is a vector of float without a size, and the model's 'Score' is float, so CreatePredictionEngine will throw; declare it as float")]
    public async Task Flags(string classes, string engine, string finding) => Assert.Equal([finding], await Findings(classes, engine));

    [Fact]
    public async Task Flags_one_score_of_many() => Assert.Equal(
        ["KILN2011 at Answer: 'Answer.Score' is float, and the model's 'Score' is a vector of float, so CreatePredictionEngine will throw; declare it as float[]"],
        await Findings(Answer, "CreatePredictionEngine<House, Answer>(model)",
            "ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Transforms.Conversion.MapValueToKey(\"K\", \"Town\")).Append(ml.MulticlassClassification.Trainers.LightGbm(\"K\"))"));

    [Theory]
    [InlineData(Answer, "CreatePredictionEngine<House, Answer>(model)")]
    [InlineData("public class Q { public float Rooms { get; set; } }" + Answer, "CreatePredictionEngine<Q, Answer>(model)")]
    [InlineData("public class A { public float Score { get; set; } [NoColumn] public int Rank { get; set; } [ColumnName(\"Label\")] public float Price { get; set; } [VectorType(1)] public float[] Features { get; set; } = []; }", "CreatePredictionEngine<House, A>(model)")]
    public async Task Leaves_alone(string classes, string engine) => Assert.Empty(await Findings(classes, engine));

    [Fact]
    public async Task Flags_a_file_column_that_two_members_load() => Assert.Equal(
        ["KILN2008 at LoadColumn(0): 'X' and 'Y' are both loaded from column 0 of the file; count on, the first column is 0"],
        await PipelineCode.Members("""
            public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(0)] public float Y { get; set; } [LoadColumn(4)] public float Z { get; set; } }
            public static void Run(MLContext ml, string path) { ml.Data.LoadFromTextFile<Row>(path); ml.Data.CreateTextLoader<House>(); }
            """).FindingsOf("KILN2008"));
}
