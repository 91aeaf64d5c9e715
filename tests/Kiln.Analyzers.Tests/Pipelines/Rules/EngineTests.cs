using Data = Kiln.Testing.Columns;

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
    [InlineData("public class Q { public float Room { get; set; } }" + Answer, "CreatePredictionEngine<Q, Answer>(model)", "KILN2009 at Q: the model takes 'Rooms', and 'Q' has no such column, so CreatePredictionEngine will throw; give it one")]
    [InlineData("public class Q { public string Rooms { get; set; } = \"\"; }" + Answer, "CreatePredictionEngine<Q, Answer>(model)", "KILN2009 at Rooms: 'Q.Rooms' is text, and the model was fitted on float, so CreatePredictionEngine will throw; declare it as it was fitted")]
    [InlineData("public class A { public float Prediction { get; set; } }", "CreatePredictionEngine<House, A>(model)", "KILN2011 at Prediction: the model has no column 'Prediction' for 'A.Prediction', so it keeps its default value; remove the member, or name its column with [ColumnName]")]
    [InlineData("public class A { public float Scores { get; set; } }", "CreatePredictionEngine<House, A>(model, ignoreMissingColumns: false)", "KILN2011 at Scores: the model has no column 'Scores' for 'A.Scores', so CreatePredictionEngine will throw; did you mean [ColumnName(\"Score\")]?")]
    [InlineData("public class A { public float[] Score { get; set; } = []; }", "CreatePredictionEngine<House, A>(model)", "KILN2011 at Score: 'A.Score' is a vector of float without a size, and the model's 'Score' is float, so CreatePredictionEngine will throw; declare it as float")]
    public async Task Flags(string classes, string engine, string finding) => Assert.Equal([finding], await Findings(classes, engine));

    [Fact]
    public async Task Flags_one_score_of_many() => Assert.Equal(
        ["KILN2011 at Score: 'Answer.Score' is float, and the model's 'Score' is a vector of float, so CreatePredictionEngine will throw; declare it as float[]"],
        await Findings(Answer, "CreatePredictionEngine<House, Answer>(model)",
            "ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Transforms.Conversion.MapValueToKey(\"K\", \"Town\")).Append(ml.MulticlassClassification.Trainers.LightGbm(\"K\"))"));

    [Theory]
    [InlineData(Answer, "CreatePredictionEngine<House, Answer>(model)")]
    [InlineData("public class Q { public float Rooms { get; set; } }" + Answer, "CreatePredictionEngine<Q, Answer>(model)")]
    [InlineData("public class A { public float Score { get; set; } [NoColumn] public int Rank { get; set; } [ColumnName(\"Label\")] public float Price { get; set; } [VectorType(1)] public float[] Features { get; set; } = []; }", "CreatePredictionEngine<House, A>(model)")]
    public async Task Leaves_alone(string classes, string engine) => Assert.Empty(await Findings(classes, engine));

    [Fact]
    public async Task Flags_a_member_without_a_size() => Assert.Equal(
        ["KILN2011 at Pixels: 'Pixels' has no size, and LightGbm takes a vector of float, so Fit will throw; give its size: [VectorType(n)]"],
        await PipelineCode.Members("""
            public class Image { public float[] Pixels { get; set; } = []; public float Digit { get; set; } }
            public static void Run(MLContext ml, Image[] images) => ml.Regression.Trainers.LightGbm("Digit", "Pixels").Fit(ml.Data.LoadFromEnumerable(images));
            """).FindingsOf("KILN2002", "KILN2011"));

    [Fact]
    public async Task Flags_members_that_the_contract_contradicts() => Assert.Equal(
        [
            "KILN2008 at LoadColumn(2): 'Distance' is loaded from column 2 of the file, which the contract calls 'zone'; 'distance' is column 1",
            "KILN2009 at Zone: 'Zone' is float, and the contract calls 'zone' category, so its values will not load; declare it as the contract says",
        ],
        await PipelineCode.Members("""
            public class Ride
            {
                [LoadColumn(0)] public string Started { get; set; } = "";
                [LoadColumn(2)] public float Distance { get; set; }
                [LoadColumn(2)] public float Zone { get; set; }
                [LoadColumn(4)] public string Other { get; set; } = "";
            }
            public static void Run(MLContext ml) => ml.Data.LoadFromTextFile<Ride>("data/rides.csv", ',', true);
            """).Contract("rides", Data.Date("started"), Data.Number("distance"), Data.Category("zone", "a", "b"), Data.Number("fare"))
            .FindingsOf("KILN2009", "KILN2008 at LoadColumn(2): 'Distance' is"));

    [Fact]
    public async Task Flags_a_file_column_that_two_members_load() => Assert.Equal(
        ["KILN2008 at LoadColumn(0): 'X' and 'Y' are both loaded from column 0 of the file; count up from 0"],
        await PipelineCode.Members("""
            public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(0)] public float Y { get; set; } [LoadColumn(4)] public float Z { get; set; } }
            public static void Run(MLContext ml, string path) { ml.Data.LoadFromTextFile<Row>(path); ml.Data.CreateTextLoader<House>(); }
            """).FindingsOf("KILN2008"));

    /// <summary>C# takes one array for the attribute's <c>params</c>; then it names several fields, also where the array has one.</summary>
    [Fact]
    public async Task Reads_fields_that_are_given_as_an_array() => Assert.Empty(
        await PipelineCode.Members("""
            public class Row { [LoadColumn(new[] { 0, 1 }), VectorType(2)] public float[] X { get; set; } = []; [LoadColumn(new[] { 2 })] public float Y { get; set; } }
            public static void Run(MLContext ml, string path) => ml.Data.LoadFromTextFile<Row>(path);
            """).Findings());

    /// <summary>No array for the attribute's <c>params</c> is one too many for C# to refuse.</summary>
    [Fact]
    public async Task Reads_a_size_that_is_null() => Assert.Equal(
        ["KILN2011 at Pixels: 'Pixels' has no size, and LightGbm takes a vector of float, so Fit will throw; give its size: [VectorType(n)]"],
        await PipelineCode.Members("""
            public class Image { [VectorType(null!)] public float[] Pixels { get; set; } = []; public float Digit { get; set; } }
            public static void Run(MLContext ml, Image[] images) => ml.Regression.Trainers.LightGbm("Digit", "Pixels").Fit(ml.Data.LoadFromEnumerable(images));
            """).FindingsOf("KILN2"));
}
