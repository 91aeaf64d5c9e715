using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>What a row is worth by its relevance, and at its place: LightGBM's gains and discounts, which are those of the field (Burges et al., ICML 2005).</summary>
static class RelevanceGain
{
    /// <summary>2^relevance - 1.</summary>
    public static int[] Levels { get; } = [.. Enumerable.Range(0, RankedQueries.MostRelevance + 1).Select(relevance => (1 << relevance) - 1)];

    /// <summary>What of the gain counts at a place, from 0.</summary>
    public static double Discount(int place) => 1 / Math.Log2(place + 2);
}
