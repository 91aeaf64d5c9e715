// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Travel;

/// <summary>Orders the hotels of a search: booked, clicked, seen.</summary>
public sealed class HotelRanking
{
    readonly MLContext _ml = new(seed: 20);

    public RankingMetrics Train(IDataView searches)
    {
        var split = _ml.Data.TrainTestSplit(searches, 0.2, samplingKeyColumnName: "SearchId");
        var labelled = _ml.Transforms.Conversion.MapValueToKey("Relevance", "Action"); // KILN4011
        var grouped = labelled.Append(_ml.Transforms.Conversion.MapValueToKey("Search", "SearchId"));
        var model = grouped.Append(_ml.Transforms.Concatenate("Features", "Stars", "Price", "Distance"))
            .Append(_ml.Ranking.Trainers.FastTree("Relevance", "Features", "Search"))
            .Fit(split.TrainSet);
        return _ml.Ranking.Evaluate(model.Transform(split.TestSet), "Relevance", "Search");
    }
}
