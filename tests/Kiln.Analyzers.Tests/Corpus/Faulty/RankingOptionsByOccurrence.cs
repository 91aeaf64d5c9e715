// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Search;

public sealed class Hit
{
    public uint Query { get; set; }
    public float Grade { get; set; }
    [VectorType(46)] public float[] Features { get; set; } = new float[46];
}

public sealed class RankingTrainer
{
    public ITransformer Fit(MLContext context, IEnumerable<Hit> hits)
    {
        var data = context.Data.LoadFromEnumerable(hits);
        var grades = context.Transforms.Conversion.MapValueToKey(outputColumnName: "GradeKey", inputColumnName: "Grade"); // KILN4011
        var queries = context.Transforms.Conversion.Hash("GroupId", "Query", numberOfBits: 20);
        var trainer = context.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = "GradeKey",
            RowGroupColumnName = "GroupId",
            NumberOfLeaves = 31,
            UseCategoricalSplit = false,
        });
        return grades.Append(queries).Append(trainer).Fit(data);
    }
}
