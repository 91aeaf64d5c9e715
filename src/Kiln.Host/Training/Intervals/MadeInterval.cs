using Microsoft.ML;

namespace Kiln.Host.Training.Intervals;

/// <summary>A model whose scores have got an interval.</summary>
/// <param name="Model">All of it.</param>
/// <param name="Reach">How far the interval reaches from the score.</param>
/// <param name="Judging">How many rows that their models did not see made it.</param>
/// <param name="SpreadRounds">How many rounds the trees have that say a row's spread; null where all rows have the same interval.</param>
sealed record MadeInterval(ITransformer Model, IntervalReach Reach, int Judging, int? SpreadRounds);
