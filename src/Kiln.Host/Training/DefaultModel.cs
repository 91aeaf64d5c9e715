using Kiln.Contracts.Locks;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>A model of the default pipeline.</summary>
/// <param name="Boosting">How its trees were grown, where that was found out from the rows; null where nothing was.</param>
sealed record DefaultModel(ITransformer Model, LockedBoosting? Boosting);
