namespace Kiln.Analyzers.Tests.Evaluation;

public sealed class RankingLabelByOccurrenceTests
{
    static Task<string[]> Findings(string pipeline) =>
        MachineLearningProject.With($$"""static object M(IDataView order) { {{pipeline}} }""").FindingsOf("KILN4011");

    [Theory]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Ranking.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Grade", "Label").Append(ml.Transforms.Conversion.Hash("GroupId")).Append(ml.Ranking.Trainers.FastTree(labelColumnName: "Grade"));""")]
    [InlineData("""var grade = ml.Transforms.Conversion.MapValueToKey("Label"); var prepared = grade.Append(ml.Transforms.Concatenate("Features", "X")); var trainer = ml.Ranking.Trainers.LightGbm(); return prepared.Append(trainer).Append(ml.Transforms.CopyColumns("Y", "X"));""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Grade", "Label").Append(ml.Ranking.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmRankingTrainer.Options { NumberOfLeaves = 9, LabelColumnName = "Grade" }));""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Ranking.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmRankingTrainer.Options { NumberOfLeaves = 9 }));""")]
    public async Task Flags(string pipeline) => Assert.Equal(["KILN4011 at MapValueToKey"], await Findings(pipeline));

    [Theory]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Append(ml.Ranking.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label", keyData: order).Append(ml.Ranking.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("GroupId").Append(ml.Ranking.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.MulticlassClassification.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Transforms.Conversion.ConvertType("Label")).Append(ml.Ranking.Trainers.LightGbm());""")]
    [InlineData("""return ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Ranking.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmRankingTrainer.Options { LabelColumnName = "Grade" }));""")]
    [InlineData("""return ml.Ranking.Trainers.LightGbm();""")]
    public async Task Leaves_alone(string pipeline) => Assert.Empty(await Findings(pipeline));
}
