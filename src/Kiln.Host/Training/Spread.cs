using Kiln.Host.Training.Intervals;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>What trees say of how far off the scores of a row are: the mean of its absolute error, in the label's unit.</summary>
/// <param name="Trees">From features to spread.</param>
/// <param name="Rounds">How many rounds they have.</param>
/// <param name="Least">What counts where they say less, since no error is certain to be nothing.</param>
/// <param name="Errors">Errors in units of the spread that was said of their rows by trees that did not see them.</param>
sealed record Spread(ITransformer Trees, int Rounds, float Least, OutOfFoldError[] Errors);
