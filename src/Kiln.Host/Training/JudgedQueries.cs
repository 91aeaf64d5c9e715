using Kiln.Host.Evaluation;

namespace Kiln.Host.Training;

/// <summary>Queries that judge by what the order of their first rows lacks of the best.</summary>
sealed class JudgedQueries(IReadOnlyList<RankedQuery> queries) : Judges
{
    /// <summary>Those of the metric that is quoted.</summary>
    const int Places = 10;

    public override double Weight { get; } = queries.Sum(query => query.Weight);

    protected override int Count => queries.Count;

    protected override double Loss(int judge, ReadOnlySpan<double> predictions) => queries[judge].Weight * (1 - queries[judge].NormalizedGain(predictions, Places));

    protected override int FirstRow(int judge) => queries[judge].FirstRow;
}
