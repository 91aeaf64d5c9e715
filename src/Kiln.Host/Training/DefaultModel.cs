using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>A model of the default pipeline.</summary>
/// <param name="Chosen">How its trees were grown, where that was found out from the rows; null where nothing was.</param>
sealed record DefaultModel(ITransformer Model, BoostingSettings? Chosen);
