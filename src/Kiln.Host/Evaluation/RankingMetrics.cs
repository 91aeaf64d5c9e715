namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a model that ranks, over whole queries: those are what chance draws together.</summary>
sealed class RankingMetrics : Metrics
{
    static readonly int[] Places = [10, 5, 3, 1];

    readonly IReadOnlyList<RankedQuery> _queries;
    readonly double[][] _values;

    public RankingMetrics(Predictions predictions)
    {
        _queries = RankedQuery.List(predictions.Queries!, predictions.Label, predictions.Weights);
        double[] scores = [.. predictions.Scores.Select(row => (double)row[0])];
        _values = [.. _queries.Select(query => (double[])[.. Places.Select(places => query.NormalizedGain(scores, places)), query.Gain(scores, Places[0])])];
    }

    public override int Draws => _queries.Count;

    public override Support[] Supports => [.. Enumerable.Repeat(new Support(_queries.Count, "whose rows differ in their label", "query", "queries"), Places.Length + 1)];

    public override string WhyUndefined(int metric) => "they have no query whose rows differ in their label";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        var sums = new double[Places.Length + 1];
        var all = 0.0;
        for (var query = 0; query < counts.Length; query++)
        {
            var count = counts[query] * _queries[query].Weight;
            all += count;
            for (var metric = 0; metric < sums.Length; metric++)
                sums[metric] += count * _values[query][metric];
        }
        return [.. sums.Select(sum => sum / all)];
    }
}
