// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Offers;

static class Ranking
{
    static readonly string[] Grades = ["irrelevant", "fair", "good", "perfect"];

    public static ITransformer Train(MLContext ml, IDataView train, IDataView validation)
    {
        var order = ml.Data.LoadFromEnumerable(Grades.Select(grade => new Grade { Value = grade }));
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Judgement", keyData: order)
            .Append(ml.Transforms.Conversion.Hash("GroupId", "Query", numberOfBits: 20))
            .Append(ml.Transforms.Concatenate("Features", "TitleMatch", "Clicks", "Price", "Age"))
            .Append(ml.Ranking.Trainers.LightGbm());

        var model = pipeline.Fit(train);
        var metrics = ml.Ranking.Evaluate(model.Transform(validation));
        Console.WriteLine("NDCG " + string.Join(" ", metrics.NormalizedDiscountedCumulativeGains.Select(gain => gain.ToString("0.000"))));
        return model;
    }

    public static ITransformer TrainOnStars(MLContext ml, IDataView train) =>
        ml.Transforms.Conversion.MapValueToKey("Label", "Stars", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(ml.Transforms.Conversion.Hash("GroupId", "Query", numberOfBits: 20))
            .Append(ml.Transforms.Concatenate("Features", "TitleMatch", "Clicks", "Price", "Age"))
            .Append(ml.Ranking.Trainers.FastTree())
            .Fit(train);

    sealed class Grade
    {
        public string Value { get; set; } = "";
    }
}
